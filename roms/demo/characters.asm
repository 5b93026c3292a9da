; Text mode: the 256 attributes, the 256 characters of code page 437, and what attribute bit 7 does.

characters_page:
        call text_screen
        mov byte [.blink], 1
        mov si, .title
        mov dx, 0x0002
        mov ah, 0x0F
        call put
        mov si, .characters
        mov dx, 0x002A
        mov ah, 0x0F
        call put

        xor bx, bx                      ; BL = code
.code:
        mov dh, bl
        mov cl, 4
        shr dh, cl
        add dh, 2
        mov dl, bl
        and dl, 0x0F
        shl dl, 1
        push dx
        add dl, 5
        call cell
        mov al, bl
        mov ah, bl
        call put_hex                    ; an attribute shown in itself
        pop dx
        add dl, 45
        call cell
        mov al, bl
        mov ah, 0x0B
        stosw
        inc bl
        jnz .code

        mov cx, 16                      ; rulers
.ruler:
        mov dl, cl
        dec dl
        mov bl, dl
        shl dl, 1
        add dl, 45
        mov dh, 1
        call .digit
        sub dl, 40
        call .digit
        mov dh, cl
        inc dh
        mov dl, 42
        call .digit
        mov dl, 2
        call .digit
        loop .ruler

        mov si, .help
        mov dx, 0x1302
        mov ah, 0x07
        call put
        mov si, .frame
        mov dx, 0x1402
.frame_line:
        mov ah, 0x0E
        call put
        mov dl, 2
        inc dh
        cmp dh, 0x18
        jb .frame_line
.mode:
        mov si, .blinking
        cmp byte [.blink], 0
        jne .show
        mov si, .intense
.show:
        mov dx, 0x1518
        mov ah, 0x0F
        call put
        mov ax, 0x1003
        mov bl, [.blink]
        mov bh, 0
        int 0x10
.wait:
        call idle
        jz .wait
        cmp al, 27
        je .leave
        xor byte [.blink], 1
        jmp .mode
.leave:
        ret
; Write the digit BL at row DH, column DL.
.digit:
        push bx
        mov al, bl
        add al, '0'
        cmp al, '9'
        jbe .decimal
        add al, 'A' - '0' - 10
.decimal:
        call cell
        mov ah, 0x08
        stosw
        pop bx
        ret
.blink: db 1
.title: db "Attributes: background, foreground", 0
.characters:
        db "Characters: code page 437", 0
.help:  db "Any key but Esc changes what attribute bit 7 does:", 0
.blinking:
        db "the character blinks            ", 0
.intense:
        db "the background has 16 colours   ", 0
.frame: db 0xC9, 0xCD, 0xCD, 0xCD, 0xD1, 0xCD, 0xCD, 0xCD, 0xBB, 0xB0, 0xB1, 0xB2, 0xDB, 0xDC, 0xDF, 0
        db 0xBA, " ", 0xB3, " ", 0xB3, " ", 0xB3, " ", 0xBA, 0xB0, 0xB1, 0xB2, 0xDB, 0xDD, 0xDE, 0
        db 0xC7, 0xC4, 0xC5, 0xC4, 0xC5, 0xC4, 0xC5, 0xC4, 0xB6, 0x03, 0x04, 0x05, 0x06, 0x0D, 0x0E, 0
        db 0xC8, 0xCD, 0xCF, 0xCD, 0xCF, 0xCD, 0xCF, 0xCD, 0xBC, 0x01, 0x02, 0x18, 0x19, 0x1A, 0x1B, 0
