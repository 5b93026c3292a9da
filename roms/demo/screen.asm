; Text on the screen, keys and time, for all pages.

; Wait for the next interrupt or a key; zero flag clear: AX = the key, taken from the queue.
idle:
        mov ah, 0x01
        int 0x16
        jnz .key
        hlt
        mov ah, 0x01
        int 0x16
        jz .none
.key:
        xor ah, ah
        int 0x16
        or sp, sp                       ; not zero
.none:
        ret

; Zero flag clear: AX = a key, taken from the queue; does not wait.
poll_key:
        mov ah, 0x01
        int 0x16
        jz .none
        xor ah, ah
        int 0x16
        or sp, sp
.none:
        ret

; AX = the low word of the BIOS timer tick count.
ticks:
        push ds
        xor ax, ax
        mov ds, ax
        mov ax, [0x046C]
        pop ds
        ret

; Print the zero-terminated string at SI by the BIOS teletype.
say:
        lodsb
        or al, al
        jz .done
        mov ah, 0x0E
        mov bx, 0x0007
        int 0x10
        jmp say
.done:
        ret

; Text mode 3, no cursor, ES = its video memory.
text_screen:
        mov ax, 0x0003
        int 0x10
        mov ah, 0x01
        mov cx, 0x2000
        int 0x10

; ES = text memory.
text_memory:
        mov ax, 0xB800
        mov es, ax
        ret

; DI = the cell of row DH, column DL.
cell:
        push ax
        mov al, 80
        mul dh
        mov di, ax
        xor ah, ah
        mov al, dl
        add di, ax
        shl di, 1
        pop ax
        ret

; Write the zero-terminated string at SI from row DH, column DL on in attribute AH. ES = text
; memory. DI ends behind it.
put:
        call cell
put_here:
        lodsb
        or al, al
        jz .done
        stosw
        jmp put_here
.done:
        ret

; Give CX cells from row DH, column DL on attribute AH.
paint:
        call cell
.cell:
        inc di
        mov al, ah
        stosb
        loop .cell
        ret

; Write byte AL, word BX in hexadecimal, BCD byte AL in decimal, at ES:DI in attribute AH.
put_hex_word:
        mov al, bh
        call put_hex
        mov al, bl
put_bcd:
put_hex:
        push cx
        push ax
        mov cl, 4
        shr al, cl
        call .digit
        pop ax
        push ax
        and al, 0x0F
        call .digit
        pop ax
        pop cx
        ret
.digit:
        add al, '0'
        cmp al, '9'
        jbe .store
        add al, 'A' - '0' - 10
.store:
        stosw
        ret

; Write BX in decimal at ES:DI in attribute AH, right aligned in five places.
put_decimal:
        push cx
        push dx
        mov ch, ah
        add di, 10
        push di
        mov cl, 5
        mov ax, bx
.digit:
        xor dx, dx
        mov bx, 10
        div bx
        push ax
        mov al, dl
        add al, '0'
        mov ah, ch
        dec di
        dec di
        mov [es:di], ax
        pop ax
        dec cl
        jz .done
        or ax, ax
        jnz .digit
.blank:
        dec di
        dec di
        mov byte [es:di], ' '
        mov [es:di + 1], ch
        dec cl
        jnz .blank
.done:
        pop di
        mov ah, ch
        pop dx
        pop cx
        ret

; Write the time and date of the clock chip at ES:DI in attribute AH, 19 places.
put_clock:
        push ax
        mov ah, 0x04
        int 0x1A
        pop ax
        jc .none
        push dx
        mov al, ch
        call put_bcd
        mov al, cl
        call put_bcd
        pop dx
        push dx
        mov al, '-'
        stosw
        mov al, dh
        call put_bcd
        mov al, '-'
        stosw
        pop dx
        mov al, dl
        call put_bcd
        mov al, ' '
        stosw
        push ax
        mov ah, 0x02
        int 0x1A
        pop ax
        push dx
        mov al, ch
        call put_bcd
        mov al, ':'
        stosw
        mov al, cl
        call put_bcd
        mov al, ':'
        stosw
        pop dx
        mov al, dh
        jmp put_bcd
.none:
        mov si, .no_clock
        jmp put_here
.no_clock:
        db "no clock chip      ", 0

; Put DAC registers AL up to CX of them from DS:SI, three bytes each.
load_dac:
        mov dx, 0x3C8
        out dx, al
        inc dx
        mov ax, cx
        shl cx, 1
        add cx, ax
.byte:
        lodsb
        out dx, al
        loop .byte
        ret

; Wait until a vertical retrace begins.
retrace:
        mov dx, 0x3DA
.shown:
        in al, dx
        test al, 0x08
        jnz .shown
.dark:
        in al, dx
        test al, 0x08
        jz .dark
        ret

; Fill sine_table: 256 steps a period, amplitude 127, each half a parabola.
make_sine:
        xor si, si
.step:
        mov ax, si
        and al, 0x7F
        mov cl, al
        mov ch, 128
        sub ch, cl
        mul ch                          ; 0..4096 at 64
        mov cl, 5
        shr ax, cl                      ; 0..128
        cmp ax, 127
        jbe .fits
        mov ax, 127
.fits:
        test si, 0x80
        jz .store
        neg al
.store:
        mov [sine_table + si], al
        inc si
        cmp si, 256
        jb .step
        ret
