; What INT 16h and the pointing device interface make of keys and mouse movements: a line for every key code (INT
; 16h/10h, then the shift flags of 12h), Ctrl-Break, Print Screen, SysReq press and release, and mouse
; packet. The key Esc ends it.

%include "guest.inc"

main:
        mov word [1Bh * 4], break
        mov [1Bh * 4 + 2], cs
        mov word [05h * 4], print_screen
        mov [05h * 4 + 2], cs
        mov ax, [15h * 4]
        mov [system], ax
        mov ax, [15h * 4 + 2]
        mov [system + 2], ax
        mov word [15h * 4], services
        mov [15h * 4 + 2], cs
        mov ax, 0C205h                  ; initialise, three-byte packets
        mov bh, 3
        int 15h
        call status
        mov ax, 0C207h
        mov bx, mouse
        int 15h
        call status
        mov ax, 0C203h                  ; 4 counts a millimetre
        mov bh, 2
        int 15h
        call status
        mov ax, 0C200h
        mov bh, 1
        int 15h
        call status
        mov ax, 0C206h
        mov bh, 0
        int 15h
        call status
        mov al, bl
        call print_byte
        mov al, cl
        call print_byte
        mov al, dl
        call print_byte
        call print_line
.next:
        mov ah, 10h
        int 16h
        push ax
        call print_word
        mov al, ' '
        call print_character
        mov ah, 12h
        int 16h
        call print_word
        call print_line
        pop ax
        cmp ax, 011Bh
        jne .next
        jmp finish

; CF and AH of a service.
status:
        push ax
        mov al, '+'
        jnc .sign
        mov al, '-'
.sign:
        call print_character
        pop ax
        mov al, ah
        call print_byte
        mov al, ' '
        jmp print_character

break:
        push ax
        push si
        mov si, text_break
        jmp tell
print_screen:
        push ax
        push si
        mov si, text_print
tell:
        cs lodsb
        or al, al
        jz .end
        out 0xE9, al
        jmp tell
.end:
        pop si
        pop ax
        iret

services:
        cmp ah, 85h
        jne .other
        push ax
        push si
        mov si, text_sysreq
        test al, al
        jz tell
        mov si, text_sysreq_up
        jmp tell
.other:
        jmp far [cs:system]

mouse:
        push bp
        mov bp, sp
        push ax
        mov al, 'm'
        call print_character
        mov al, [bp + 12]
        call print_byte
        mov al, [bp + 10]
        call print_byte
        mov al, [bp + 8]
        call print_byte
        call print_line
        pop ax
        pop bp
        retf

system:         dw 0, 0
text_break:     db "Break", 10, 0
text_print:     db "PrintScreen", 10, 0
text_sysreq:    db "SysReq", 10, 0
text_sysreq_up: db "SysReq released", 10, 0

        guest_end
