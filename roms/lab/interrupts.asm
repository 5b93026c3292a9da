; The ways in: an entry for every vector, the common frame, and who answers. The 8259As and the timer.

; ---------------------------------------------------------------- entries
; vector NUMBER, access byte: its entry, and its line in the table from which the gates are made. Where
; the processor pushes no error code, a zero stands for it.
%macro vector 2
%%entry:
%if (%1) != 8 && ((%1) < 10 || (%1) > 14) && (%1) != 17
        push dword 0
%endif
        push dword %1
        jmp trap_entry
        [section strings]
        dd %%entry
        db %1, %2
        __?SECT?__
%endmacro

        [section strings]
        align 4, db 0
vectors:
        __?SECT?__
%assign n 0
%rep 20
%if n == BREAKPOINT || n == 4
        vector n, ACCESS_GATE | ACCESS_RING3
%elif n != 9 && n != 15
        vector n, ACCESS_GATE
%endif
%assign n n + 1
%endrep
%assign n IRQ_BASE
%rep 16
        vector n, ACCESS_GATE
%assign n n + 1
%endrep
        vector SYSTEM_CALL, ACCESS_TRAP | ACCESS_RING3
        vector KERNEL_SERVICE, ACCESS_GATE
        [section strings]
        dd 0
        __?SECT?__

trap_entry:
        pushad
        push_segments
        mov eax, KERNEL_DATA
        load_data_selectors ax
        mov eax, PROCESSOR_DATA
        load_processor_selector ax
        cld
        mov eax, esp
        call trap

; Back to where the frame on the stack came from; a new process begins here.
trap_return:
        pop_segments
        popad
        add esp, 8                      ; vector and error code
        return_from_interrupt

; trap(EAX = frame): decides who it concerns.
trap:
        push ebx
        mov ebx, eax
        test byte [ebx + frame.cs], 3 ^ KERNEL_RPL
        jz .from_kernel
        cmp dword [fs:processor_block.process], 0
        assert ne, NO_ORIGIN, "a trap from a process while none is running"
        test dword [ebx + frame.eflags], FLAG_INTERRUPT
        assert nz, NO_ORIGIN, "a process ran with interrupts off"
        mov edx, [fs:processor_block.process]
        test edx, edx
        jz .from_kernel
        mov [edx + process.frame], ebx
.from_kernel:
        mov ecx, [ebx + frame.vector]
        cmp ecx, SYSTEM_CALL
        je .system_call
        call interrupts_are_off
        assert e, NO_ORIGIN, "interrupts on behind an interrupt gate"
        mov eax, ebx
        cmp ecx, PAGE_FAULT
        je .page_fault
        cmp ecx, TIMER_VECTOR
        je .timer
        cmp ecx, KERNEL_SERVICE
        je .service
        cmp ecx, BREAKPOINT
        je .breakpoint
        cmp ecx, IRQ_BASE
        jae .device
.fault:
        mov eax, ebx
        pop ebx
        jmp fault
.system_call:
        mov eax, ebx
        pop ebx
        jmp system_call
.page_fault:
        pop ebx
        jmp page_fault
.timer:
        pop ebx
        jmp timer_tick
.device:
        mov eax, ecx
        pop ebx
        jmp device_interrupt
.service:
        movzx eax, word [ebx + frame.cs]
        mov [service_selector], eax
        call flags_now
        mov [service_flags], eax
        mov dword [ebx + frame.eax], KERNEL_SERVICE
        pop ebx
        ret
.breakpoint:
        test byte [ebx + frame.cs], 3 ^ KERNEL_RPL
        jnz .fault
        inc dword [breakpoints]
        pop ebx
        ret

; Does the frame EAX come from ring 3? ZF clear if so.
from_user:
        test byte [eax + frame.cs], 3 ^ KERNEL_RPL
        ret

flags_now:
        save_flags
        pop eax
        ret

; ---------------------------------------------------------------- devices
interrupts_start:
        ; Both 8259As: ICW1 to ICW4, vectors from IRQ_BASE on, all lines masked.
        mov al, 0x11
        port_out PIC_MASTER
        port_out PIC_SLAVE
        mov al, IRQ_BASE
        port_out PIC_MASTER + 1
        mov al, IRQ_BASE + 8
        port_out PIC_SLAVE + 1
        mov al, 0x04
        port_out PIC_MASTER + 1
        mov al, 0x02
        port_out PIC_SLAVE + 1
        mov al, 0x01
        port_out PIC_MASTER + 1
        port_out PIC_SLAVE + 1
        mov al, 0xFF
        port_out PIC_MASTER + 1
        port_out PIC_SLAVE + 1
        ; The 8254's channel 0: mode 2, low and high byte.
        mov al, 0x34
        port_out TIMER_CONTROL
        mov al, TIMER_DIVISOR & 0xFF
        port_out TIMER_COUNTER
        mov al, TIMER_DIVISOR >> 8
        port_out TIMER_COUNTER
        ret

; timer_tick(EAX = frame): the clock goes on, sleepers wake, and a process in ring 3 has had its turn.
timer_tick:
        push ebx
        mov ebx, eax
        mov al, 0x20                    ; end of interrupt
        port_out PIC_MASTER
        inc dword [ticks]
        call wake_sleepers
        mov eax, ebx
        call from_user
        jnz .user
        cmp dword [fs:processor_block.process], 0
        je .done
        inc dword [nested_interrupts]
.done:
        pop ebx
        ret
.user:
        pop ebx
        jmp preempt

; device_interrupt(EAX = vector): none is let through but the timer; a line that was quiet when it was
; asked answers as the last of its chip, and gets no end of interrupt.
device_interrupt:
        inc dword [spurious_interrupts]
        cmp eax, IRQ_BASE + 15
        jne .done
        mov al, 0x20                    ; the master did see the slave's request
        port_out PIC_MASTER
.done:
        ret

; The first wait: interrupts on, a line on the console, whose lock saves and restores the flag, and HLT
; until the timer has come three times. A kernel whose POPF is lost sleeps for ever.
wait_for_timer:
        mov al, 0xFE
        port_out PIC_MASTER + 1
        test dword [options], NO_HALT
        jnz .done
        enable_interrupts
        say "waiting for the timer"
.wait:
        cmp dword [ticks], 3
        jae .came
        halt
        jmp .wait
.came:
        disable_interrupts
.done:
        ret
