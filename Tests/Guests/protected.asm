; Protected mode as an 80386 program uses it: paging, faults, ring 3, virtual-8086 mode, tasks, debug traps, and
; the way back to real mode. Every line on the debug console is a step: what was tried, then what came of it.

%include "guest.inc"
        cpu 386

CODE32          equ 08h
DATA32          equ 10h
CODE16          equ 18h
DATA16          equ 20h
USER_CODE       equ 28h | 3
USER_DATA       equ 30h | 3
TASK_MAIN       equ 38h
TASK_OTHER      equ 40h
SMALL           equ 48h                 ; data, limit 0FFFh bytes
DOWN            equ 50h                 ; expand-down, 16 bits, above 7FFFh
LOCAL           equ 58h                 ; the LDT
GATE            equ 60h | 3             ; call gate to ring 0, two doublewords
LOCAL_DATA      equ 4                   ; entry 0 of the LDT

DIRECTORY       equ 20000h
TABLE           equ 21000h
FRAMES          equ 30000h              ; pages that the tests map
SYSTEM_STACK    equ 1F000h
OTHER_STACK     equ 1E000h
USER_STACK      equ 1D000h
V86_SEGMENT     equ 4000h

main:
        in al, 92h
        or al, 2
        out 92h, al
        cli
        xor eax, eax
        push word DIRECTORY >> 4
        pop es
        xor di, di
        mov cx, 2000h / 4
        rep stosd
        mov dword [es:0], TABLE | 7
        mov di, 1000h
        mov eax, 7                      ; present, writable, user: the first MiB as it is
        mov cx, 110h
.page:
        stosd
        add eax, 1000h
        loop .page
        mov dword [es:1000h + 300h * 4], FRAMES | 7
        mov dword [es:1000h + 301h * 4], (FRAMES + 1000h) | 5
        mov dword [es:1000h + 303h * 4], (FRAMES + 2000h) | 3
        xor ax, ax
        mov es, ax

        mov di, idt                     ; every vector to its stub
        mov ax, stubs
        mov cx, 64
.gate:
        mov [di], ax
        mov word [di + 2], CODE32
        mov word [di + 4], 8E00h
        mov word [di + 6], 0
        add di, 8
        add ax, STUB_SIZE
        loop .gate
        mov byte [idt + 31h * 8 + 5], 0EEh      ; ring 3 may call 31h
        mov word [idt + 33h * 8 + 2], TASK_OTHER
        mov word [idt + 33h * 8 + 4], 8500h     ; a task gate

        lgdt [gdt_pointer]
        lidt [idt_pointer]
        mov eax, cr0
        or al, 1
        mov cr0, eax
        jmp dword CODE32:protected

        bits 32
%macro step 1
        call say
        db %1, 0
%endmacro
; The next fault goes on at the label.
%macro expect 1
        mov dword [resume], %1
%endmacro

protected:
        mov ax, DATA32
        mov ds, ax
        mov es, ax
        mov ss, ax
        mov fs, ax
        mov gs, ax
        mov esp, SYSTEM_STACK
        mov eax, DIRECTORY
        mov cr3, eax
        mov eax, cr0
        or eax, 80000000h
        mov cr0, eax
        jmp short .paged
.paged:
        step "paging"
        mov eax, cr0
        and eax, 8000000Fh
        call answer
        mov dword [300010h], 12345678h
        mov eax, [FRAMES + 10h]
        call answer

        step "accessed, dirty"
        and dword [TABLE + 300h * 4], ~60h
        call flush
        mov eax, [TABLE + 300h * 4]
        call answer
        mov eax, [300000h]
        mov eax, [TABLE + 300h * 4]
        call answer
        mov [300000h], eax
        mov eax, [TABLE + 300h * 4]
        call answer

        step "absent page"              ; the handler brings it in and the write is done again
        mov byte [bring_in], 1
        mov dword [302FFEh], 0AABBCCDDh ; over the border to 303000h
        mov eax, [302FFCh]
        call answer
        mov eax, [303000h]
        call answer

        step "write protection"
        mov dword [301000h], 1          ; the supervisor may, with WP clear
        mov eax, [301000h]
        call answer
        mov eax, cr0
        or eax, 10000h
        mov cr0, eax
        expect .protected
        mov dword [301000h], 2
        step "not refused"
.protected:
        mov eax, cr0
        and eax, ~10000h
        mov cr0, eax

        step "limits"
        mov ax, SMALL
        mov fs, ax
        mov eax, [fs:0FFCh]
        expect .beyond
        mov eax, [fs:0FFDh]
        step "not refused"
.beyond:
        mov ax, DOWN
        mov fs, ax
        mov al, [fs:8000h]
        mov al, [fs:0FFFFh]
        expect .below
        mov al, [fs:7FFFh]
        step "not refused"
.below:
        expect .above
        mov al, [fs:10000h]
        step "not refused"
.above:
        expect .null
        xor ax, ax
        mov fs, ax
        mov al, [fs:0]
        step "not refused"
.null:
        expect .code
        mov [cs:0], al
        step "not refused"
.code:
        expect .stack
        mov ax, CODE32
        mov ss, ax
        step "not refused"
.stack:
        expect .beyond_table
        mov ax, 0FFF8h
        mov fs, ax
        step "not refused"
.beyond_table:

        step "selectors"
        mov ax, LOCAL
        lldt ax
        mov ax, LOCAL_DATA
        mov fs, ax
        mov eax, [fs:10h]               ; base 30000h
        call answer
        mov cx, LOCAL_DATA
        lar eax, cx
        call flagged
        lsl eax, cx
        call flagged
        mov cx, DOWN
        lsl eax, cx
        call flagged
        mov cx, GATE
        lar eax, cx
        call flagged
        lsl eax, cx
        call flagged
        mov cx, CODE32
        verr cx
        call flagged
        verw cx
        call flagged
        mov ax, 8
        mov cx, 3
        arpl ax, cx
        call flagged
        sldt ax
        movzx eax, ax
        call answer

        step "stepping"
        mov dword [steps], 0
        pushfd
        or dword [esp], 100h
        popfd
        nop
        mov eax, 1
        inc eax
        pushfd
        and dword [esp], ~100h
        popfd
        mov eax, [steps]
        call answer

        step "breakpoints"
        mov dword [steps], 0
        mov eax, .watched
        mov dr0, eax
        mov eax, 300020h
        mov dr1, eax
        mov eax, 00D0030Ah              ; DR0 execution, DR1 doubleword writes
        mov dr7, eax
.watched:
        nop
        mov eax, [300020h]
        mov [300021h], al
        xor eax, eax
        mov dr7, eax
        mov eax, [steps]
        call answer
        mov eax, dr6
        and eax, 0E00Fh
        call answer
        xor eax, eax
        mov dr6, eax

        step "ring 3"
        mov ax, TASK_MAIN
        ltr ax
        mov dword [kernel_stack], SYSTEM_STACK
        push dword USER_DATA
        push dword USER_STACK
        push dword 2
        push dword USER_CODE
        push dword user
        iretd
.back:
        step "virtual 8086"
        mov esp, SYSTEM_STACK
        mov dword [tss_main + 4], SYSTEM_STACK
        push dword 0                    ; GS, FS, DS, ES
        push dword 1234h
        push dword V86_SEGMENT
        push dword V86_SEGMENT
        push dword 0                    ; SS
        push dword 0F000h
        push dword 20002h               ; VM, IOPL 0
        push dword 0
        push dword v86
        iretd

after_v86:
        mov ax, DATA32
        mov ds, ax
        mov es, ax
        mov esp, SYSTEM_STACK

        step "tasks"
        mov dword [tss_other + 20h], other_task
        mov dword [tss_other + 24h], 2
        mov dword [tss_other + 38h], OTHER_STACK
        mov eax, 0CAFEh
        call TASK_OTHER:0
        call answer                     ; EAX of this task
        str ax
        movzx eax, ax
        call answer
        mov al, [gdt + TASK_OTHER + 5]  ; no longer busy
        movzx eax, al
        call answer
        mov eax, cr0
        and eax, 8
        call answer                     ; TS
        clts
        int 33h                         ; through the task gate
        mov eax, [switches]
        call answer
        expect .busy
        mov ax, TASK_MAIN
        ltr ax
        step "not refused"
.busy:

        step "back"
        mov eax, cr0
        and eax, 7FFFFFFFh
        mov cr0, eax
        xor eax, eax
        mov cr3, eax
        jmp CODE16:leave_protected

; --- Ring 3
user:
        mov ax, USER_DATA
        mov ds, ax
        mov es, ax
        expect .io
        cli
.io:
        expect .gate
        in al, 0A1h
.gate:
        expect .page
        int 32h
.page:
        expect .call
        mov eax, [303000h]              ; the supervisor's
.call:
        push dword 11h
        push dword 22h
        call GATE:0
        int 31h                         ; goes on in ring 0, at protected.back
        jmp $

; Ring 0, called through the gate with two doublewords.
gated:
        mov ax, DATA32
        mov ds, ax
        step " gate"
        mov eax, [esp + 8]
        call answer
        mov eax, [esp + 12]
        call answer
        mov eax, cs
        call answer
        mov ax, USER_DATA
        mov ds, ax
        retf 8

; --- The other task: runs each time from behind its IRET.
other_task:
        inc dword [switches]
        step " other"
        pushfd
        pop eax
        and eax, 4000h                  ; NT
        call answer
        movzx eax, word [tss_other]     ; the link back
        call answer
        movzx eax, byte [gdt + TASK_MAIN + 5]
        call answer
        iretd
        jmp other_task

flush:
        mov eax, cr3
        mov cr3, eax
        ret

; EAX and ZF.
flagged:
        pushfd
        call answer
        popfd
        setz al
        add al, '0'
        out 0E9h, al
        ret

; A new line and the string behind the call.
say:
        xchg esi, [esp]
        push eax
        cmp byte [cs:esi], ' '
        je .next
        mov al, 10
        out 0E9h, al
.next:
        mov al, [cs:esi]
        inc esi
        or al, al
        jz .end
        out 0E9h, al
        jmp .next
.end:
        pop eax
        xchg esi, [esp]
        ret

; A blank and EAX.
answer:
        push ecx
        push eax
        mov al, ' '
        out 0E9h, al
        mov ecx, 8
.digit:
        rol dword [esp], 4
        mov al, [esp]
        and al, 15
        cmp al, 10
        sbb al, 69h
        das
        out 0E9h, al
        loop .digit
        pop eax
        pop ecx
        ret

; --- Faults and interrupts
        align 8
stubs:
%macro stub 1
%%start:
  %if %1 == 8 || (%1 >= 10 && %1 <= 14) || %1 == 17
        push byte %1
  %else
        push byte 0
        push byte %1
  %endif
        jmp near handler
        times 9 - ($ - %%start) nop
%endmacro
%assign vector 0
%rep 64
        stub vector
  %assign vector vector + 1
%endrep
STUB_SIZE       equ 9

; ESP: 32 registers from PUSHAD, then vector, error code, EIP, CS, EFLAGS.
VECTOR          equ 40
ERROR           equ 44
FAULT_EIP       equ 48
FAULT_CS        equ 52
FAULT_FLAGS     equ 56
FAULT_ESP       equ 60
FAULT_SS        equ 64

handler:
        push ds
        push es
        pushad
        mov ax, DATA32
        mov ds, ax
        mov es, ax
        mov eax, [esp + VECTOR]
        cmp eax, 1
        je .debug
        test dword [esp + FAULT_FLAGS], 20000h
        jnz near monitor
        cmp eax, 14
        jne .report
        cmp byte [bring_in], 0
        je .report
        mov byte [bring_in], 0
        mov eax, cr2
        call answer
        mov eax, [esp + ERROR]
        call answer
        mov dword [TABLE + 302h * 4], (FRAMES + 3000h) | 3
        jmp .return
.report:
        step " vector"
        mov eax, [esp + VECTOR]
        call answer
        mov eax, [esp + ERROR]
        call answer
        mov eax, [esp + FAULT_CS]
        call answer
        cmp byte [esp + VECTOR], 14
        jne .other
        mov eax, cr2
        call answer
.other:
        cmp byte [esp + VECTOR], 31h
        jne .resume
        mov eax, [esp + FAULT_SS]
        call answer
        mov dword [esp + FAULT_EIP], protected.back
        mov esp, SYSTEM_STACK
        jmp protected.back
.resume:
        mov eax, [resume]
        mov [esp + FAULT_EIP], eax
.return:
        popad
        pop es
        pop ds
        add esp, 8
        iretd
.debug:
        inc dword [steps]
        test byte [esp + FAULT_FLAGS + 1], 1
        jnz .return
        or dword [esp + FAULT_FLAGS], 10000h    ; RF: past an execution breakpoint
        jmp .return

; Virtual-8086 mode came here: tells the opcode and passes over it.
monitor:
        movzx ebx, word [esp + FAULT_CS]
        shl ebx, 4
        add ebx, [esp + FAULT_EIP]
        mov eax, [esp + VECTOR]
        call answer
        movzx eax, word [ebx]
        call answer
        cmp al, 0F4h
        je .halt
        cmp al, 0CDh
        jne .short
        inc dword [esp + FAULT_EIP]
.short:
        cmp byte [esp + VECTOR], 13
        jne .go_on
        inc dword [esp + FAULT_EIP]
.go_on:
        jmp handler.return
.halt:
        step " halt"
        mov eax, [esp + FAULT_FLAGS]
        and eax, 23200h
        call answer
        mov eax, [esp + FAULT_SS + 4]   ; ES, DS, FS, GS of the frame; the registers are null
        call answer
        mov eax, [esp + FAULT_SS + 8]
        call answer
        mov eax, [esp + FAULT_SS + 12]
        call answer
        mov ax, fs
        movzx eax, ax
        call answer
        mov eax, [esp + 28]             ; EAX of the program
        call answer
        jmp after_v86

        bits 16
; In virtual-8086 mode at 0:v86, IOPL 0.
v86:
        mov ax, 0FFFFh
        mov ds, ax
        mov al, [0Fh]                   ; FFFFF
        mov bx, 5
        in al, 61h                      ; the bitmap lets it through
        in al, 0A1h                     ; not this one
        cli
        pushf
        int 20h
        push word 1111h
        mov si, sp
        mov ax, [ss:si]                 ; 1111h
        movzx eax, ax
        hlt

leave_protected:
        mov ax, DATA16
        mov ds, ax
        mov es, ax
        mov ss, ax
        mov fs, ax
        mov gs, ax
        mov eax, cr0
        and al, 0FEh
        mov cr0, eax
        jmp 0:.real
.real:
        xor ax, ax
        mov ds, ax
        mov es, ax
        mov fs, ax
        mov gs, ax
        mov ss, ax
        mov sp, 7C00h
        lidt [real_idt_pointer]
        sti
        mov ah, 0Fh                     ; the BIOS lives
        int 10h
        call print_word
        mov ah, 0
        int 1Ah
        mov bx, dx
.tick:
        mov ah, 0
        int 1Ah
        cmp dx, bx
        je .tick
        mov si, .ticks
        call print
        jmp finish
.ticks: db " ticks", 10, 0

        align 8
gdt:
        dq 0
        dq 00CF9A000000FFFFh            ; CODE32
        dq 00CF92000000FFFFh            ; DATA32
        dq 00009A000000FFFFh            ; CODE16
        dq 000092000000FFFFh            ; DATA16
        dq 00CFFA000000FFFFh            ; USER_CODE
        dq 00CFF2000000FFFFh            ; USER_DATA
        dw 0FFh, tss_main, 8900h, 0
        dw 67h, tss_other, 8900h, 0
        dq 0040920000000FFFh            ; SMALL
        dq 0000960000007FFFh            ; DOWN
        dw 0Fh, ldt, 8200h, 0
        dw gated, CODE32, 0EC02h, 0
gdt_end:
gdt_pointer:
        dw gdt_end - gdt - 1
        dd gdt
        align 8
ldt:
        dq 004092030000FFFFh            ; LOCAL_DATA: base 30000h
        dq 0
        align 8
idt:    times 64 dq 0
idt_pointer:
        dw 64 * 8 - 1
        dd idt
real_idt_pointer:
        dw 3FFh
        dd 0
        align 4
tss_main:
        dd 0
        dd SYSTEM_STACK
        dd DATA32
        times 28 - 12 db 0
        dd DIRECTORY
        times 96 - 32 db 0
        dd LOCAL
        dw 0, 68h                       ; the I/O bitmap
        times 20 db 0                   ; ports 00..9F
        times 76 db 0FFh
        times 100h - ($ - tss_main) db 0FFh
tss_other:
        dd 0, 0, 0, 0, 0, 0, 0
        dd DIRECTORY
        dd 0, 0                         ; EIP, EFLAGS: set above
        dd 0, 0, 0, 0
        dd 0, 0, 0, 0                   ; ESP: set above
        dd DATA32, CODE32, DATA32, DATA32, 0, 0
        dd 0
        dw 0, 68h
kernel_stack:   dd 0
resume:         dd 0
steps:          dd 0
switches:       dd 0
bring_in:       db 0

        guest_end
