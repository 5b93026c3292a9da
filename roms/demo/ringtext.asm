; Letters over the rings: the name and what each ring is.

; The name, in the BIOS's own 8x16 letters enlarged six times across and four times down: write
; mode 3 draws the set/reset colour where data bits are set and leaves the rest.
NAME_WIDTH      equ 6
NAME_HEIGHT     equ 4
NAME_ROW        equ 384
NAME_COLUMN     equ 19                  ; in bytes

rings_name:
        push es
        mov ax, 0x1130
        mov bh, 6
        int 0x10
        mov [.font], bp
        mov [.font + 2], es
        pop es
        mov dx, 0x3CE
        mov ax, 0x0305                  ; write mode 3
        out dx, ax
        mov cx, (NAME_ROW + 2) * 80 + NAME_COLUMN
        mov byte [.colour], 1           ; a shadow first
        call .word
        mov cx, NAME_ROW * 80 + NAME_COLUMN
        mov byte [.colour], 0
        call .word
        mov dx, 0x3CE
        mov ax, 0x0005
        out dx, ax
        mov ax, 0x0000
        out dx, ax
        ret

; The word from byte CX on; .colour = 0: gold, changing from line to line.
.word:
        mov si, .letters
.letter:
        lodsb
        or al, al
        jz .done
        push si
        push cx
        push es
        les si, [.font]
        mov ah, 16
        mul ah
        add si, ax
        xor bx, bx                      ; line of the letter
.row:
        mov al, [es:si + bx]
        mov dx, NAME_HEIGHT
.again:
        push es
        push bx
        push dx
        push ax
        mov di, 0xA000
        mov es, di
        call .set_colour
        pop ax
        push ax
        mov di, cx
        call .stretch
        pop ax
        pop dx
        pop bx
        pop es
        add cx, 80
        dec dx
        jnz .again
        inc bx
        cmp bx, 16
        jb .row
        pop es
        pop cx
        pop si
        add cx, NAME_WIDTH
        jmp .letter
.done:
        ret
.set_colour:
        mov ah, [.colour]
        or ah, ah
        jnz .chosen
        mov al, bl
        push bx
        mov bx, .gold
        xlat
        pop bx
        mov ah, al
        jmp .set
.chosen:
        mov ah, 0
.set:
        mov dx, 0x3CE
        mov al, 0
        out dx, ax
        ret

; The eight dots of AL, each NAME_WIDTH wide, to ES:DI.
.stretch:
        mov ah, al
        mov dh, 8                       ; dots
        mov bh, 8                       ; free bits in the byte being made
        xor al, al
.dot:
        mov dl, NAME_WIDTH
        shl ah, 1
        sbb bl, bl
.bit:
        shr bl, 1                       ; all ones or none: its lowest bit is the dot
        pushf
        rcl bl, 1
        popf
        rcl al, 1
        dec bh
        jnz .bit_done
        mov bh, [es:di]                 ; fills the latches
        stosb
        mov bh, 8
        xor al, al
.bit_done:
        dec dl
        jnz .bit
        dec dh
        jnz .dot
        ret
.font:  dd 0
.colour:
        db 0
.gold:  db 8, 8, 15, 15, 11, 11, 10, 10, 10, 9, 9, 9, 8, 8, 8, 8
.letters:
        db "RingOne", 0

; What the rings are, in letters of the BIOS that let the picture shine through (write mode 3).
rings_caption:
        mov dx, 0x3CE
        mov ax, 0x0305
        out dx, ax
        mov si, .lines
.line:
        lodsw                           ; row, column
        cmp ax, 0xFFFF
        je .done
        mov bl, al
        mov al, ah
        mov ah, 0
        mov cx, 80 * 16
        mul cx
        mov bh, 0
        add bx, ax                      ; the line's place in memory
        lodsb
        mov ah, al                      ; set/reset: the colour
        mov al, 0
        mov dx, 0x3CE
        out dx, ax
.letter:
        lodsb
        or al, al
        jz .line
        push si
        push ds
        lds si, [rings_name.font]
        mov ah, 16
        mul ah
        add si, ax
        mov di, bx
        mov cx, 16
.row:
        lodsb
        mov ah, [es:di]                 ; fills the latches
        mov [es:di], al
        add di, 80
        loop .row
        pop ds
        pop si
        inc bx
        jmp .letter
.done:
        mov dx, 0x3CE
        mov ax, 0x0005
        out dx, ax
        mov ax, 0x0000
        out dx, ax
        ret
%macro caption 4                        ; row, column, colour, text
        db %2, %1, %3, %4, 0
%endmacro
.lines:
        caption 1, 2, 14, "ring 0  monitor"
        caption 2, 2, 11, "ring 1  guest's kernel"
        caption 3, 2, 6, "ring 2"
        caption 4, 2, 6, "ring 3  its programs"
        caption 28, 52, 5, "640 x 480, 16 colours   Esc"
        dw 0xFFFF
