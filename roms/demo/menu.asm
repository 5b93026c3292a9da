; The first screen. Its lines go through the BIOS teletype, so that a serial console has them too;
; colours and everything that moves are written to video memory.

menu:
        mov ax, cs
        mov ds, ax
        mov es, ax
        call make_sine
.show:
        call text_screen
        mov si, menu_head
        call say
        call processor_name
        call say
        mov si, menu_memory
        call say
        int 0x12
        call say_decimal
        mov si, menu_body
        call say
        mov si, menu_paint
.paint:
        mov dx, [si]
        mov cx, [si + 2]
        mov ah, ch
        xor ch, ch
        jcxz .painted
        call paint
        add si, 4
        jmp .paint
.painted:
        mov si, menu_foot
        mov dx, 0x1602
        mov ah, 0x08
        call put
        call ticks
        mov [.last_tick], ax
        call menu_moves
.wait:
        call idle
        jnz .key
        call ticks
        cmp ax, [.last_tick]
        je .wait
        mov [.last_tick], ax
        call menu_moves
        jmp .wait
.last_tick:
        dw 0
.key:
        sub al, '1'
        jb .wait
        cmp al, (.pages_end - .pages) / 2
        jae .wait
        xor ah, ah
        shl ax, 1
        mov bx, ax
        push ds
        pop es
        call [.pages + bx]
        push cs
        pop ds
        jmp .show
.pages:
        dw rings_page, plasma_page, characters_page, keyboard_page, tune_page
.pages_end:

; What moves on the menu, each timer tick (AX): a band of colour and the clocks.
menu_moves:
        push ax
        mov bx, ax
        mov dx, 0x0200
        call cell
        mov cx, 80
.band:
        push bx
        and bx, 0x000F
        mov ah, [.colours + bx]
        pop bx
        mov al, 0xDF
        stosw
        inc bx
        loop .band
        mov dx, 0x1616
        call cell
        mov ah, 0x0F
        call put_clock
        mov dx, 0x163F
        call cell
        pop bx
        mov ah, 0x0F
        jmp put_hex_word
.colours:
        db 1, 1, 9, 3, 11, 11, 15, 15, 14, 14, 12, 12, 4, 5, 5, 1

; Print AX in decimal by the BIOS teletype.
say_decimal:
        mov bx, 10
        xor cx, cx
.divide:
        xor dx, dx
        div bx
        push dx
        inc cx
        or ax, ax
        jnz .divide
.print:
        pop ax
        add al, '0'
        mov ah, 0x0E
        mov bx, 0x0007
        int 0x10
        loop .print
        ret

menu_head:
        db 13, 10
        db "  RingOne demo", 13, 10
        db 13, 10
        db 13, 10
        db "  A PC in software. Ring 1 is where a virtual machine monitor of the days", 13, 10
        db "  before VT-x let a guest's kernel run, while the monitor itself kept ring 0.", 13, 10
        db 13, 10
        db "  Processor ", 0
menu_memory:
        db ", ", 0
menu_body:
        db " KiB, VGA", 13, 10
        db 13, 10
        db "    1  Rings         640 x 480, 16 colours in four planes", 13, 10
        db 13, 10
        db "    2  Plasma        320 x 200, 256 colours, a turning palette", 13, 10
        db 13, 10
        db "    3  Characters    code page 437 and all 256 attributes", 13, 10
        db 13, 10
        db "    4  Keyboard      scan codes, characters, the timer and the clock", 13, 10
        db 13, 10
        db "    5  Tune          the 8254 and the speaker", 13, 10
        db 13, 10
        db "  Press 1 to 5; Esc comes back here.", 13, 10, 0
menu_foot:
        db "Real-time clock                                 Timer ticks", 0

; Column, row, cells, attribute.
menu_paint:
        db 0, 1, 80, 0x1F
        db 2, 4, 78, 0x07
        db 2, 5, 78, 0x07
        db 2, 7, 70, 0x0B
        db 4, 9, 3, 0x0E
        db 7, 9, 14, 0x0F
        db 4, 11, 3, 0x0E
        db 7, 11, 14, 0x0F
        db 4, 13, 3, 0x0E
        db 7, 13, 14, 0x0F
        db 4, 15, 3, 0x0E
        db 7, 15, 14, 0x0F
        db 4, 17, 3, 0x0E
        db 7, 17, 14, 0x0F
        db 2, 19, 70, 0x0A
        db 0, 0, 0, 0
