; A tune on the speaker: channel 2 of the 8254 makes the tone, the timer tick counts the time.
; Beethoven, Symphony No. 9, the theme of the last movement.

tune_page:
        call text_screen
        mov si, .title
        mov dx, 0x0102
        mov ah, 0x1F
        call put
        mov cx, 80
        mov dx, 0x0100
        call paint
        mov si, .help
        mov dx, 0x1802
        mov ah, 0x08
        call put
        mov word [.column], 2
        mov si, .notes
.note:
        lodsb
        or al, al
        jz .end
        mov bl, al
        lodsb
        mov cl, al                      ; ticks
        cmp bl, .REST
        je .rest
        call .draw
        call .sound
.rest:
        mov ch, 1                       ; the last tick of a note is silent
        cmp cl, ch
        ja .hold
        mov ch, 0
.hold:
        call .tick
        jnz .stop
        dec cl
        cmp cl, ch
        ja .hold
        call .silence
        or cl, cl
        jz .note
        call .tick
        jnz .stop
        jmp .note
.end:
        call idle
        jz .end
        ret
.stop:
        jmp .silence

; Wait for the next timer tick; zero flag clear: a key was pressed.
.tick:
        push cx
        call ticks
        mov [.started], ax
.waiting:
        call idle
        jnz .pressed
        call ticks
        cmp ax, [.started]
        je .waiting
        xor ax, ax                      ; zero
.pressed:
        pop cx
        ret

; Sound note BL: its divisor is in the table.
.sound:
        mov al, 0xB6                    ; channel 2, square wave
        out 0x43, al
        mov bh, 0
        shl bx, 1
        mov ax, [.divisors - 2 + bx]
        shr bx, 1
        out 0x42, al
        mov al, ah
        out 0x42, al
        in al, 0x61
        or al, 0x03
        out 0x61, al
        ret
.silence:
        in al, 0x61
        and al, 0xFC
        out 0x61, al
        ret

; Note BL, CL ticks long, as a bar in the next columns.
.draw:
        push cx
        push si
        mov dl, [.column]
        mov al, bl
        shl al, 1
        mov dh, 0x16
        sub dh, al
        cmp dl, 76
        jb .fits
        mov dl, 2                       ; a new page
        push dx
        push bx
        mov bx, 19
        mov dx, 0x0300
.clear:
        push cx
        call cell
        mov ax, 0x0720
        mov cx, 80
        rep stosw
        pop cx
        inc dh
        dec bx
        jnz .clear
        pop bx
        pop dx
.fits:
        call cell
        push bx
        mov bh, 0
        mov ah, [.colours - 1 + bx]
        mov al, [.names - 1 + bx]
        pop bx
        push ax
        mov ch, 0
        shr cx, 1
        shr cx, 1
        inc cx
        add dl, cl
        inc dl
        mov [.column], dl
        mov al, 0xDC
        push di
        rep stosw
        pop di
        pop ax
        mov [es:di - 160], ax
        pop si
        pop cx
        ret

.column:
        dw 0
.started:
        dw 0
.REST   equ 0xFF
; G4 A4 B4 C5 D5 E5 F5 G5: 1193182 Hz divided by the pitch.
.divisors:
        dw 3044, 2712, 2416, 2280, 2032, 1810, 1708, 1522
.names: db "GABCDEFG"
.colours:
        db 0x09, 0x0B, 0x0A, 0x0E, 0x0C, 0x0D, 0x0F, 0x09
.title: db "Tune", 0
.help:  db "Beethoven, Symphony No. 9. Any key stops it.", 0

G4      equ 1
A4      equ 2
B4      equ 3
C5      equ 4
D5      equ 5
E5      equ 6
F5      equ 7
G5      equ 8
%macro quarters 1-*
%rep %0
        db %1, 7
%rotate 1
%endrep
%endmacro
.notes:
        quarters E5, E5, F5, G5, G5, F5, E5, D5, C5, C5, D5, E5
        db E5, 10, D5, 4, D5, 14
        quarters E5, E5, F5, G5, G5, F5, E5, D5, C5, C5, D5, E5
        db D5, 10, C5, 4, C5, 14
        quarters D5, D5, E5, C5, D5
        db E5, 4, F5, 3
        quarters E5, C5, D5
        db E5, 4, F5, 3
        quarters E5, D5, C5, D5
        db G4, 14
        quarters E5, E5, F5, G5, G5, F5, E5, D5, C5, C5, D5, E5
        db D5, 10, C5, 4, C5, 20
        db 0
