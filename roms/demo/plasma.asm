; Mode 13h: four waves that drift through each other, added up and shown in a palette that turns.

plasma_page:
        mov ax, 0x0013
        int 0x10
        call plasma_palette
        mov byte [plasma_time], 0
.frame:
        call plasma_waves
        call plasma_draw
        call retrace
        inc byte [plasma_time]
        inc byte [plasma_first]
        mov al, [plasma_first]
        mov si, palette_buffer
        mov cx, 256
        call load_dac                   ; the DAC's index wraps by itself
        call poll_key
        jz .frame
        ret

; Three sines a third of a period apart, 0..63.
plasma_palette:
        mov di, palette_buffer
        xor bx, bx
.colour:
        mov al, bl
        call .level
        mov al, bl
        add al, 85
        call .level
        mov al, bl
        add al, 170
        call .level
        inc bl
        jnz .colour
        mov byte [plasma_first], 0
        mov si, palette_buffer
        mov cx, 256
        xor al, al
        jmp load_dac
.level:
        push bx
        mov bx, sine_table
        xlat
        pop bx
        add al, 128
        shr al, 1
        shr al, 1
        stosb
        ret

; The waves across the screen and across its diagonal, for this frame.
plasma_waves:
        push es
        push ds
        pop es
        mov bx, sine_table
        mov di, column_wave
        mov dl, [plasma_time]
        mov cx, 320
.column:
        mov al, dl
        xlat
        sar al, 1
        stosb
        inc dl
        loop .column
        mov di, diagonal_wave
        mov dl, [plasma_time]
        shl dl, 1
        mov cx, 360
.diagonal:
        mov al, dl
        xlat
        sar al, 1
        stosb
        dec dl
        loop .diagonal
        pop es
        ret

; Draw the frame: per line two more waves, per two dots one step of the diagonal.
plasma_draw:
        push es
        mov ax, 0xA000
        mov es, ax
        xor di, di
        xor cx, cx                      ; line
.line:
        mov bx, sine_table
        mov al, cl
        add al, [plasma_time]
        xlat
        sar al, 1
        mov dh, al
        mov al, cl
        shr al, 1
        sub al, [plasma_time]
        xlat
        add dh, al
        mov si, column_wave
        mov bx, cx
        add bx, diagonal_wave
        mov bp, 160
.dots:
        mov dl, [bx]
        inc bx
        add dl, dh
        lodsw
        add al, dl
        add ah, dl
        stosw
        dec bp
        jnz .dots
        inc cx
        cmp cx, 200
        jb .line
        pop es
        ret
