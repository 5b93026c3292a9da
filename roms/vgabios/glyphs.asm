; Characters in graphics modes: drawn from, and recognised by, the font tables in memory.

; ES:SI = the shape of character AL. DI = kind of the mode. The CGA modes take the upper half of
; the code page from INT 1Fh, as their BIOS did. Keeps BX, CX, DX, DI.
glyph_shape:
        push ds
        push dx
        mov ah, [CHARACTER_HEIGHT]
        xor si, si
        mov ds, si
        cmp di, KIND_CGA2
        ja .table
        or al, al
        jns .table
        and al, 0x7F
        mov ah, 8
        mul ah
        les si, [VECTOR_UPPER_FONT]
        jmp .add
.table:
        mul ah
        les si, [VECTOR_GRAPHICS_FONT]
.add:
        add si, ax
        pop dx
        pop ds
        ret

; DI = kind of the current mode. Keeps all else.
kind_to_di:
        push bx
        call video_kind
        mov di, bx
        pop bx
        ret

; Draw CX times character AL from row DH, column DL of page BH on, in colour BL. Bit 7 of BL draws
; by exclusive or, but in the 256-colour mode, where it is part of the colour.
write_glyphs:
        jcxz .done
.next:
        push ax
        push bx
        push cx
        push dx
        push bp
        call draw_glyph
        pop bp
        pop dx
        pop cx
        pop bx
        pop ax
        inc dl
        cmp dl, [COLUMNS]
        jb .here
        xor dl, dl
        inc dh
.here:
        loop .next
.done:
        ret

; Draw one shape. The drawers get ES:SI = shape, CX = its height, BL, BH, DX as write_glyphs.
draw_glyph:
        call kind_to_di
        call glyph_shape
        mov cx, [CHARACTER_HEIGHT]
        jmp [cs:.drawers - 2 + di]
.drawers:
        dw draw_cga4, draw_cga2, draw_planar, draw_linear

; DI = the byte of the top left dot of row DH, column DL on page BH in the planar modes.
planar_cell:
        push dx
        mov al, dh
        mul byte [CHARACTER_HEIGHT]
        mul word [COLUMNS]
        pop dx
        push dx
        xor dh, dh
        add ax, dx
        mov di, ax
        mov al, bh
        and ax, 7
        mul word [PAGE_LENGTH]
        add di, ax
        pop dx
        ret

; DI = the byte of the top left dot of row DH, column DL in mode 13h; BP = bytes a scan line.
linear_cell:
        push dx
        mov bp, [COLUMNS]
        shl bp, 1
        shl bp, 1
        shl bp, 1
        mov al, dh
        mul byte [CHARACTER_HEIGHT]
        mul bp
        mov di, ax
        pop dx
        mov al, dl
        xor ah, ah
        shl ax, 1
        shl ax, 1
        shl ax, 1
        add di, ax
        ret

; DI = the byte of row DH, column DL times AL bytes, in bank 0 of the CGA modes.
cga_cell:
        mul dl
        mov di, ax
        mov al, 80
        mul dh
        shl ax, 1
        shl ax, 1
        add di, ax
        ret

draw_planar:
        call planar_cell
        mov bp, [COLUMNS]
        push ds
        mov ax, es
        mov ds, ax
        mov ax, 0xA000
        mov es, ax
        mov dx, GRAPHICS
        mov ax, 0x0005                  ; write mode 0, plain data
        out dx, ax
        mov ax, 0x0001
        out dx, ax
        mov ax, 0xFF08
        out dx, ax
        mov ax, 0x0003
        test bl, 0x80
        jnz .exclusive
        out dx, ax
        mov dx, SEQUENCER
        mov ax, 0x0F02
        out dx, ax
        xor al, al
        push cx
        push di
.background:
        mov [es:di], al
        add di, bp
        loop .background
        pop di
        pop cx
        mov ah, bl
        and ah, 0x0F
        mov al, 2
        out dx, ax
.foreground:
        lodsb
        mov [es:di], al
        add di, bp
        loop .foreground
        jmp .all_planes
.exclusive:
        mov ah, 0x18
        out dx, ax
        mov dx, SEQUENCER
        mov ah, bl
        and ah, 0x0F
        mov al, 2
        out dx, ax
.line:
        lodsb
        mov ah, [es:di]                 ; fills the latches
        mov [es:di], al
        add di, bp
        loop .line
        mov dx, GRAPHICS
        mov ax, 0x0003
        out dx, ax
        mov dx, SEQUENCER
.all_planes:
        mov ax, 0x0F02
        out dx, ax
        pop ds
        ret

draw_linear:
        call linear_cell
        push ds
        mov ax, es
        mov ds, ax
        mov ax, 0xA000
        mov es, ax
        sub bp, 8
.line:
        lodsb
        mov ah, al
        mov dl, 8
.dot:
        shl ah, 1
        sbb al, al
        and al, bl
        stosb
        dec dl
        jnz .dot
        add di, bp
        loop .line
        pop ds
        ret

draw_cga2:
        mov al, 1
        call cga_cell
        push ds
        mov ax, es
        mov ds, ax
        mov ax, 0xB800
        mov es, ax
        mov cx, 8
.line:
        lodsb
        test bl, 0x80
        jz .store
        xor al, [es:di]
.store:
        mov [es:di], al
        call next_cga_line
        loop .line
        pop ds
        ret

draw_cga4:
        mov al, 2
        call cga_cell
        push ds
        mov ax, es
        mov ds, ax
        mov ax, 0xB800
        mov es, ax
        mov al, bl                      ; the colour in all eight dots
        and al, 3
        mov ah, 0x55
        mul ah
        mov ah, al
        mov bp, ax
        mov cx, 8
.line:
        lodsb
        push cx
        mov cl, 8
        mov ah, al
.dot:
        shl ah, 1                       ; every dot twice
        rcl dx, 1
        shl dx, 1
        dec cl
        jnz .dot
        mov ax, dx
        shr ax, 1
        or ax, dx
        pop cx
        and ax, bp
        xchg al, ah
        test bl, 0x80
        jz .store
        xor ax, [es:di]
.store:
        mov [es:di], ax
        call next_cga_line
        loop .line
        pop ds
        ret

; DI = the same place one scan line lower in the CGA modes.
next_cga_line:
        xor di, 0x2000
        test di, 0x2000
        jnz .done
        add di, 80
.done:
        ret

GLYPH_BUFFER    equ 32                  ; scan lines

; AH=08h in graphics modes: the cell at the cursor of page BH is compared with every character of
; the font; AL = the first that equals it, 0 if none does.
read_glyph:
        push bp
        call cursor_of_page
        call kind_to_di
        sub sp, GLYPH_BUFFER
        mov bp, sp
        mov cx, [CHARACTER_HEIGHT]
        cmp cx, GLYPH_BUFFER
        ja .none
        push di
        push cx
        call [cs:.pickers - 2 + di]
        pop cx
        pop di
        xor al, al
.character:
        push ax
        call glyph_shape
        pop ax
        push di
        push cx
        push ds
        push es
        push ss
        mov di, es
        mov ds, di
        pop es
        mov di, bp
        repe cmpsb
        pop es
        pop ds
        pop cx
        pop di
        je .found
        inc al
        jnz .character
.none:
        xor al, al
.found:
        add sp, GLYPH_BUFFER
        pop bp
        mov [bp + FRAME_AL], al
        ret
.pickers:
        dw pick_cga4, pick_cga2, pick_planar, pick_linear

; The pickers write the shape of the cell at DX of page BH to SS:BP, CX scan lines: a bit is set
; where the dot is not of colour 0.

pick_planar:
        call planar_cell
        mov ax, 0xA000
        mov es, ax
        mov dx, GRAPHICS
        mov ax, 0x0002                  ; compare with colour 0
        out dx, ax
        mov ax, 0x0805                  ; read mode 1
        out dx, ax
        xor si, si
.line:
        mov al, [es:di]
        not al
        mov [bp + si], al
        inc si
        add di, [COLUMNS]
        loop .line
        mov ax, 0x0005
        out dx, ax
        ret

pick_linear:
        push bp
        call linear_cell
        mov dx, bp
        pop bp
        sub dx, 8
        mov ax, 0xA000
        mov es, ax
        xor si, si
.line:
        mov bx, 0x0008
.dot:
        mov al, [es:di]
        inc di
        cmp al, 1                       ; carry: colour 0
        cmc
        rcl bh, 1
        dec bl
        jnz .dot
        mov [bp + si], bh
        inc si
        add di, dx
        loop .line
        ret

pick_cga2:
        mov al, 1
        call cga_cell
        mov ax, 0xB800
        mov es, ax
        xor si, si
.line:
        mov al, [es:di]
        mov [bp + si], al
        inc si
        call next_cga_line
        loop .line
        ret

pick_cga4:
        mov al, 2
        call cga_cell
        mov ax, 0xB800
        mov es, ax
        xor si, si
.line:
        mov ax, [es:di]
        xchg al, ah
        mov dx, ax
        shl dx, 1
        or dx, ax                       ; odd bits: the dot is lit
        mov bl, 8
.dot:
        shl dx, 1
        rcl al, 1
        shl dx, 1
        dec bl
        jnz .dot
        mov [bp + si], al
        inc si
        call next_cga_line
        loop .line
        ret
