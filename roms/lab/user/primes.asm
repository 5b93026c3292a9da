; Counts primes by trial division.
PRIMES_BELOW    equ 3000
PRIMES_FOUND    equ 430

primes:
        mov eax, .count
        mov edx, .text
        call do_rounds
        jmp end_with
.text:  db "primes below 3000: ", 0

.count:
        push ebx
        push esi
        xor esi, esi
        mov ebx, 2
.number:
        mov ecx, 2
.divisor:
        mov eax, ecx
        mul ecx
        cmp eax, ebx
        ja .prime
        mov eax, ebx
        xor edx, edx
        div ecx
        inc ecx
        test edx, edx
        jnz .divisor
        jmp .next
.prime:
        inc esi
.next:
        inc ebx
        cmp ebx, PRIMES_BELOW
        jb .number
        mov eax, esi
        pop esi
        pop ebx
        ret
