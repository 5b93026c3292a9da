; Text in every way INT 10h knows, for the serial console; then an echo of the keyboard's codes until Enter; then
; the port is used, and nothing more may be mirrored.

%include "guest.inc"

main:
        mov ax, 0003h                   ; clears the terminal
        int 10h
        mov si, text_lines
        call tty
        mov ah, 02h                     ; a cursor move and a repeated character
        mov bh, 0
        mov dx, 0A05h
        int 10h
        mov ax, 09C4h                   ; a line of the code page
        mov bx, 0007h
        mov cx, 3
        int 10h
        mov ax, 1301h                   ; a string
        mov bx, 0007h
        mov cx, 6
        mov dx, 0C00h
        mov bp, text_string
        int 10h
        mov ah, 02h                     ; the last column: the line wraps
        mov bh, 0
        mov dx, 0D4Eh
        int 10h
        mov si, text_wrap
        call tty
        mov ax, 0601h                   ; scroll the whole screen
        mov bh, 07h
        xor cx, cx
        mov dx, 184Fh
        int 10h
        mov ax, 0600h                   ; and clear it
        mov bh, 07h
        xor cx, cx
        mov dx, 184Fh
        int 10h
        mov ah, 02h
        mov bh, 0
        xor dx, dx
        int 10h
.key:
        mov ah, 10h
        int 16h
        call print_word
        call print_line
        cmp ax, 1C0Dh
        je .take
        mov ah, 0Eh
        mov bx, 0007h
        cmp al, 20h
        jb .key
        cmp al, 0E0h
        je .key
        int 10h
        jmp .key
.take:
        mov ax, 00E3h                   ; DOS does this to every port: it ends nothing
        xor dx, dx
        int 14h
        mov si, text_still
        call tty
        mov ax, 0121h                   ; but sending a character does
        xor dx, dx
        int 14h
        mov si, text_gone
        call tty
        jmp finish

tty:
        lodsb
        or al, al
        jz .done
        mov ah, 0Eh
        mov bx, 0007h
        int 10h
        jmp tty
.done:
        ret

text_lines:     db "one", 13, 10, "two", 8, "O", 13, 10, 13, 10, "box ", 0DAh, 0C4h, 0BFh, 7, 13, 10, 0
text_string:    db "string"
text_wrap:      db "abcd", 13, 10, 0
text_still:     db 13, 10, "still", 13, 10, 0
text_gone:      db "gone", 0

        guest_end
