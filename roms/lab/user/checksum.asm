; The CRC-32 of the bytes 0 to 255, bit by bit, over and over.
CHECKSUM_RESULT equ 0x29058C73
CHECKSUM_TIMES  equ 20

checksum:
        mov eax, .times
        mov edx, .text
        call do_rounds
        jmp end_with
.text:  db "checksum of all bytes: ", 0

.times:
        push ebx
        mov ebx, CHECKSUM_TIMES
.again:
        call .bytes
        dec ebx
        jnz .again
        pop ebx
        ret
.bytes:
        mov eax, -1
        xor edx, edx
.byte:
        xor al, dl
        mov ecx, 8
.bit:
        shr eax, 1
        jnc .clear
        xor eax, 0xEDB88320
.clear:
        dec ecx
        jnz .bit
        inc edx
        cmp edx, 256
        jb .byte
        not eax
        ret
