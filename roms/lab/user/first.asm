; The first process: starts the others, group by group, and looks at what they end with. Its own status
; says how many were not as expected.

first:
        mov ebx, 2                      ; nobody else is there: the processor sleeps too
        call_kernel CALL_SLEEP
        xor edi, edi                    ; how many were not
        mov ebp, .groups
.group:
        xor ebx, ebx                    ; how many run
        sub esp, 8 * 4
        mov esi, esp                    ; their pids
.start:
        movzx eax, byte [ebp + ebx * 4]
        cmp al, 0xFF
        je .started
        call start_program
        mov [esi + ebx * 4], eax
        inc ebx
        jmp .start
.started:
        test ebx, ebx
        jz .orphans
        push ebx
.wait:
        push dword 0
        mov ebx, esp
        call_kernel CALL_WAIT
        pop edx                         ; the status
        cmp eax, -1
        je .lost
        xor ecx, ecx
.whose:
        cmp [esi + ecx * 4], eax
        je .found
        inc ecx
        cmp ecx, [esp]
        jb .whose
        cmp edx, ORPHAN_STATUS          ; somebody else's child, left to us
        je .wait
        jmp .wrong
.found:
        mov dword [esi + ecx * 4], 0
        movzx eax, word [ebp + ecx * 4 + 2]
        cmp edx, eax
        je .right
.wrong:
        mov eax, .wrong_text
        call print_number
        inc edi
.right:
        ; All pids struck out?
        xor ecx, ecx
.left:
        cmp dword [esi + ecx * 4], 0
        jne .wait
        inc ecx
        cmp ecx, [esp]
        jb .left
.next_group:
        pop ebx
        add esp, 8 * 4
        lea ebp, [ebp + ebx * 4 + 4]
        jmp .group
.lost:
        mov eax, .lost_text
        call print_message
        inc edi
        jmp .next_group
.orphans:
        xor ebx, ebx
        call_kernel CALL_WAIT
        cmp eax, -1
        jne .orphans
        mov eax, edi
        jmp end_with

.wrong_text:    db "first: a process ended with the wrong status ", 0
.lost_text:     db "first: a process is missing", 0

; Groups that run together: the program, and the status it must end with. An empty group is the end.
%macro run 2
        db %1, 0
        dw %2
%endmacro
%macro together 0
        dd 0xFF
%endmacro
        align 4, db 0
.groups:
        run 1, PRIMES_FOUND & 0xFF
        run 2, SEQUENCE_END & 0xFF
        run 3, CHECKSUM_RESULT & 0xFF
        together
        run 8, 0
        run 4, 0
        together
        run 5, 0
        together
        run 6, KILLED | PAGE_FAULT
        together
        run 7, 0
        together
        together
