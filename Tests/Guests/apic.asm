; Local APIC, I/O APIC and the MP configuration table, from the outside: what they do to a program.
%include "kernel.inc"

APIC            equ 0xFEE00000
IOAPIC          equ 0xFEC00000
EOI             equ APIC + 0xB0

main:
        call make_gates
        call mp_table
        call virtual_wire
        call local
        call timer
        call io_apic
        call moved
        call extended
        ret

; ---------------------------------------------------------------- interrupts
; Every vector counts: [counts + 4 * vector], and remembers the last one.
make_gates:
        mov edi, gates
        mov edx, entries
        mov ecx, 256
.gate:
        mov eax, edx
        mov [edi], ax
        mov [edi + 2], cs
        mov word [edi + 4], 0x8E00
        shr eax, 16
        mov [edi + 6], ax
        add edx, entries.second - entries
        add edi, 8
        loop .gate
        lidt [table]
        ret

        align 8
entries:
%assign vector 0
%rep 256
        push strict dword vector
        jmp near interrupted
%if vector == 0
.second:
%endif
%assign vector vector + 1
%endrep

interrupted:
        push eax
        mov eax, [esp + 4]
        cmp eax, 13
        jne .counted
        cmp dword [expected], 0         ; a fault that a check waits for goes on elsewhere
        je .counted
        mov eax, [expected]
        mov [esp + 12], eax
        pop eax
        add esp, 8                      ; vector, error code
        iret
.counted:
        inc dword [counts + eax * 4]
        mov [last], eax
        cmp eax, 0x20
        jb .finished                    ; 8259A's or an exception's: whoever waits does the EOI
        cmp eax, 0x28
        jb .pic
        cmp eax, 0x44                   ; COM1 is silenced by the third
        jne .done
        cmp dword [counts + 0x44 * 4], 3
        jne .done
        push edx
        mov dx, 0x3F9
        mov al, 0
        out dx, al
        pop edx
.done:
        mov dword [EOI], 0
        jmp .finished
.pic:
        mov al, 0x20
        out 0x20, al
.finished:
        pop eax
        add esp, 4
        iret

; Let interrupts in for a moment; EAX = how often vector EAX came.
take:
        sti
        nop
        nop
        cli
        mov eax, [counts + eax * 4]
        ret

; Wait up to a long while for vector EAX; EAX = how often it came.
wait_for:
        push ecx
        mov ecx, 10000000
        sti
.again:
        cmp dword [counts + eax * 4], 0
        jne .came
        loop .again
.came:
        cli
        mov eax, [counts + eax * 4]
        pop ecx
        ret

; ---------------------------------------------------------------- the table
; EBX = MP configuration table.
mp_table:
        movzx esi, word [0x40E]         ; EBDA, then the BIOS
        shl esi, 4
        mov ecx, 1024 / 16
        call .search
        jz .found
        mov esi, 0xF0000
        mov ecx, 0x10000 / 16
        call .search
        jz .found
        say "no MP floating pointer: BAD", 10
        ret
.found:
        mov ecx, 16
        call .sum
        check "its checksum"
        mov ebx, [esi + 4]
        mov eax, [ebx]
        cmp eax, 'PCMP'
        check "MP configuration table"
        mov esi, ebx
        movzx ecx, word [ebx + 4]
        call .sum
        check "its checksum"
        mov eax, [ebx + 36]
        cmp eax, APIC
        check "local APIC's address"
        ; The entries: one processor like CPUID's, one I/O APIC, IRQ 0 at INTIN2, the 8259A at LINTIN0.
        movzx ebp, word [ebx + 34]
        lea esi, [ebx + 44]
        xor edi, edi                    ; bits of what was found
.entry:
        mov al, [esi]
        cmp al, 0
        jne .not_processor
        push ebx
        mov eax, 1
        cpuid
        pop ebx
        xor edx, [esi + 8]
        test edx, 0x3FFFF
        jnz .processor_differs
        or edi, 1
.processor_differs:
        add esi, 12                     ; processors have 20 bytes
        jmp .next
.not_processor:
        cmp al, 2
        jne .not_io_apic
        cmp dword [esi + 4], IOAPIC
        jne .next
        or edi, 2
        movzx eax, byte [esi + 1]
        mov [io_apic_id], eax
.not_io_apic:
        cmp dword [esi], 0x00000003     ; vectored, conforming
        jne .not_timer
        cmp byte [esi + 5], 0
        jne .not_timer
        cmp byte [esi + 7], 2
        jne .not_timer
        or edi, 4
.not_timer:
        cmp word [esi], 0x0304          ; local interrupt, ExtINT
        jne .next
        cmp byte [esi + 7], 0
        jne .next
        or edi, 8
.next:
        add esi, 8
        dec ebp
        jnz .entry
        movzx eax, word [ebx + 4]
        add eax, ebx
        cmp eax, esi
        check "as long as its entries"
        mov eax, edi
        cmp eax, 15
        check "its entries"
        ret
.search:                                ; ZF when found
        cmp dword [esi], '_MP_'
        je .end
        add esi, 16
        loop .search
        test esi, esi
.end:   ret
.sum:                                   ; AL = sum of ECX bytes at ESI
        push esi
        xor eax, eax
.add:
        add al, [esi]
        inc esi
        loop .add
        pop esi
        test al, al
        ret

; ---------------------------------------------------------------- the 8259A through LINT0
virtual_wire:
        mov al, 0x11
        out 0x20, al
        mov al, 0x20
        out 0x21, al
        mov al, 0x04
        out 0x21, al
        mov al, 0x01
        out 0x21, al
        mov al, 0xFF
        out 0xA1, al
        mov al, 0xFE                    ; the timer alone
        out 0x21, al
        mov al, 0x34
        out 0x43, al
        mov al, 0x00
        out 0x40, al
        mov al, 0x10
        out 0x40, al
        mov eax, 0x20
        call wait_for
        cmp eax, 1
        check "timer through the 8259A"
        mov eax, [APIC + 0x100 + 0x10]
        test eax, eax
        check "which ISR does not know"
        ; Masked in LINT0 it does not come.
        or dword [APIC + 0x350], 0x10000
        call settle
        mov dword [counts + 0x20 * 4], 0
        mov ecx, 200000
        sti
.wait:  loop .wait
        cli
        mov eax, [counts + 0x20 * 4]
        test eax, eax
        check "LINT0 masked"
        mov al, 0xFF
        out 0x21, al
        ret

; What is on its way arrives.
settle:
        sti
        nop
        nop
        cli
        ret

; ---------------------------------------------------------------- interprocessor interrupts to oneself
local:
        mov dword [APIC + 0xF0], 0x1FF
        mov dword [APIC + 0x300], 0x44051
        mov eax, [APIC + 0x220]
        cmp eax, 1 << 17
        check "self IPI waits in IRR"
        mov eax, 0x51
        call take
        cmp eax, 1
        check "and comes"
        mov dword [APIC + 0x310], 0     ; physical destination 0
        mov dword [APIC + 0x300], 0x04052
        mov eax, 0x52
        call take
        cmp eax, 1
        check "physical destination"
        mov dword [APIC + 0xD0], 0x02000000
        mov dword [APIC + 0x310], 0x06000000
        mov dword [APIC + 0x300], 0x04853
        mov eax, 0x53
        call take
        cmp eax, 1
        check "logical destination"
        mov dword [APIC + 0x310], 0x05000000
        mov dword [APIC + 0x300], 0x04854
        mov eax, 0x54
        call take
        test eax, eax
        check "somebody else's"
        mov dword [APIC + 0x300], 0xC4054
        mov eax, 0x54
        call take
        test eax, eax
        check "all but self"

        mov dword [APIC + 0x80], 0x60
        mov dword [APIC + 0x300], 0x44055
        mov eax, 0x55
        call take
        test eax, eax
        check "TPR holds back"
        mov dword [APIC + 0x300], 0x44071
        mov eax, 0x71
        call take
        cmp eax, 1
        check "but not a higher class"
        mov dword [APIC + 0x80], 0
        mov eax, 0x55
        call take
        cmp eax, 1
        check "until it is lowered"

        ; Two at once: the higher one first.
        mov dword [APIC + 0x300], 0x44061
        mov dword [APIC + 0x300], 0x44091
        sti
        nop
        nop
        cli
        mov eax, [last]
        cmp eax, 0x61
        check "the lower one last"

        mov dword [APIC + 0x310], 0
        mov dword [APIC + 0x300], 0x04400
        jmp short $ + 2
        nop
        mov eax, [counts + 2 * 4]
        cmp eax, 1
        check "NMI to oneself"

        mov dword [APIC + 0x280], 0
        mov dword [APIC + 0x300], 0x44005
        mov dword [APIC + 0x280], 0
        mov eax, [APIC + 0x280]
        and eax, 0x60
        test eax, 0x20
        setz al
        test al, al
        check "illegal vector"
        ret

; ---------------------------------------------------------------- the timer
timer:
        mov dword [APIC + 0x3E0], 0xB
        mov dword [APIC + 0x320], 0x41
        mov dword [APIC + 0x380], 100000
        mov eax, [APIC + 0x390]
        cmp eax, 100001
        sbb eax, eax
        inc eax
        check "timer counts down"
        mov eax, 0x41
        call wait_for
        cmp eax, 1
        check "one-shot"
        mov eax, [APIC + 0x390]
        test eax, eax
        check "and stands still"
        mov dword [APIC + 0x320], 0x20042
        mov dword [APIC + 0x380], 50000
        mov ecx, 10000000
        sti
.wait:
        cmp dword [counts + 0x42 * 4], 3
        jae .ticked
        loop .wait
.ticked:
        cli
        mov eax, ecx
        test eax, eax
        setz al
        test al, al
        check "periodic"
        mov dword [APIC + 0x380], 0
        mov eax, [APIC + 0x390]
        test eax, eax
        check "stopped"
        mov dword [APIC + 0x320], 0x10000
        jmp settle

; ---------------------------------------------------------------- the I/O APIC
io_apic:
        mov dword [IOAPIC], 1
        mov eax, [IOAPIC + 0x10]
        shr eax, 16
        and eax, 0xFF
        cmp eax, 23
        check "24 inputs"
        ; The timer, this time through INTIN2.
        mov dword [IOAPIC], 0x15
        mov dword [IOAPIC + 0x10], 0
        mov dword [IOAPIC], 0x14
        mov dword [IOAPIC + 0x10], 0x43
        mov eax, 0x43
        call wait_for
        cmp eax, 1
        check "timer through the I/O APIC"
        mov dword [IOAPIC + 0x10], 0x10043
        ; COM1's transmitter is empty: a level, until the cause is gone.
        mov dword [IOAPIC], 0x19
        mov dword [IOAPIC + 0x10], 0
        mov dword [IOAPIC], 0x18
        mov dword [IOAPIC + 0x10], 0x8044
        mov dx, 0x3FC
        mov al, 0x08
        out dx, al
        mov dx, 0x3F9
        mov al, 0x02
        out dx, al
        mov eax, 0x44
        call wait_for
        cmp eax, 3
        check "a level comes again until it is low"
        mov dword [IOAPIC + 0x10], 0x10044
        ret

; ---------------------------------------------------------------- the page elsewhere
moved:
        mov ecx, 0x1B
        rdmsr
        cmp eax, 0xFEE00900
        check "IA32_APIC_BASE"
        mov eax, 0x00300900
        wrmsr
        mov eax, [0x300030]
        and eax, 0xF0
        cmp eax, 0x10
        check "moved over RAM"
        mov ecx, 0x1B
        mov eax, 0xFEE00900
        xor edx, edx
        wrmsr
        mov eax, [0xFEE00030]
        and eax, 0xF0
        cmp eax, 0x10
        check "and back"
        ret

; ---------------------------------------------------------------- TSC-deadline and x2APIC modes, if they are there
extended:
        mov eax, 1
        cpuid
        mov ebp, ecx
        bt ebp, 24
        jnc .no_deadline
        mov dword [APIC + 0x320], 0x40045
        rdtsc
        add eax, 20000
        adc edx, 0
        mov ecx, 0x6E0
        wrmsr
        rdmsr
        test eax, eax
        setz al
        test al, al
        check "TSC deadline armed"
        mov eax, 0x45
        call wait_for
        cmp eax, 1
        check "TSC deadline"
        mov ecx, 0x6E0
        rdmsr
        test eax, eax
        check "disarmed"
        mov dword [APIC + 0x320], 0x10000
.no_deadline:
        bt ebp, 21
        jnc .no_x2
        mov ecx, 0x1B
        mov eax, 0xFEE00D00
        xor edx, edx
        wrmsr
        mov ecx, 0x802
        rdmsr
        test eax, eax
        check "x2APIC identifier"
        mov ecx, 0x83F
        mov eax, 0x62
        xor edx, edx
        wrmsr
        mov ecx, 0x823
        rdmsr
        cmp eax, 4
        check "x2APIC self IPI"
        mov ecx, 0x83F
        rdtsc
        mov dword [expected], .refused
        xor eax, eax
        mov edx, 1
        wrmsr                           ; reserved bits
        mov al, 1
.refused:
        test al, al
        check "x2APIC reserved bits"
.no_x2:
        ret

        align 8
expected:
        dd 0
table:  dw 256 * 8 - 1
        dd gates
last:   dd 0
io_apic_id:
        dd 0

        kernel_end

        absolute kernel_last + STACK_SIZE
gates:  resb 256 * 8
counts: resd 256
