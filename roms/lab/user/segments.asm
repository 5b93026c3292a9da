; What ring 3 sees of segments and flags: its own block by GS and the LDT, the kernel's by no means, and
; a POPF that changes neither IF nor IOPL. The status tells which check failed.

segments:
        mov eax, cs
        cmp eax, USER_CODE
        must e, 1
        mov eax, gs
        cmp eax, USER_LOCAL
        must e, 2
        call_kernel CALL_NUMBER
        cmp [gs:block.number], eax
        must e, 3
        mov esi, eax
        ; Others run, with other blocks under the same selector.
        mov ebx, 2
        call_kernel CALL_SLEEP
        cmp [gs:block.number], esi
        must e, 4
        mov eax, USER_LOCAL
        mov fs, ax
        cmp [fs:block.number], esi
        must e, 5
        ; A long system call, with interrupts on in the kernel: registers and flags come back.
        mov ecx, 0x12345678
        mov edx, 0x9ABCDEF0
        mov ebp, 0x0FEDCBA9
        mov ebx, 1
        stc
        call_kernel CALL_DELAY
        must c, 6
        cmp ecx, 0x12345678
        must e, 7
        cmp edx, 0x9ABCDEF0
        must e, 8
        cmp ebp, 0x0FEDCBA9
        must e, 9
        ; IF is on and stays on; IOPL is 0 and stays 0.
        push dword FLAG_ALWAYS | FLAG_IOPL | FLAG_CARRY
        popfd
        pushfd
        pop eax
        and eax, FLAG_IOPL | FLAG_INTERRUPT | FLAG_CARRY
        cmp eax, FLAG_INTERRUPT | FLAG_CARRY
        must e, 10
        ; Descriptors: ours can be read, the kernel's cannot be seen.
        mov eax, USER_DATA
        verr ax
        must z, 11
        mov eax, KERNEL_DATA
        verr ax
        must nz, 12
        lar eax, eax
        must nz, 13
        mov eax, USER_LOCAL
        lsl eax, eax
        must z, 14
        cmp eax, block_size - 1
        must e, 15
        ; The old way into the kernel.
        call_kernel CALL_OPTIONS
        test eax, NO_CALL_GATE
        jnz .no_gate
        call CALL_GATE:0
        cmp eax, esi
        must e, 16
.no_gate:
        mov eax, .text
        mov edx, esi
        call print_number
        xor eax, eax
        jmp end_with
.text:  db "segments: GS still shows process ", 0
