; Follows a linear congruential sequence: multiplications and nothing else.
SEQUENCE_STEPS  equ 100000
SEQUENCE_END    equ 694140833

sequence:
        mov eax, .follow
        mov edx, .text
        call do_rounds
        jmp end_with
.text:  db "the sequence's last number: ", 0

.follow:
        mov eax, 1
        mov ecx, SEQUENCE_STEPS
.next:
        imul eax, eax, 1664525
        add eax, 1013904223
        dec ecx
        jnz .next
        ret
