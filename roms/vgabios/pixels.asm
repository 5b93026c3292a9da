; INT 10h AH=0Ch, 0Dh: one dot. BH = page, CX = column, DX = line, AL = colour; bit 7 of AL writes
; by exclusive or, but in the 256-colour mode, where it is part of the colour.

write_pixel:
        call kind_to_di
        jmp [cs:.writers + di]
.writers:
        dw no_function, write_pixel_cga4, write_pixel_cga2, write_pixel_planar, write_pixel_linear

; AL = the colour of the dot.
read_pixel:
        call kind_to_di
        call [cs:.readers + di]
        mov [bp + FRAME_AL], al
        ret
.readers:
        dw read_pixel_text, read_pixel_cga4, read_pixel_cga2, read_pixel_planar, read_pixel_linear

read_pixel_text:
        ret

; ES:DI = the byte of the dot, AH = its bit, in the planar modes. Keeps AL.
pixel_planar:
        push ax
        mov ax, dx
        mul word [COLUMNS]
        mov di, ax
        mov al, bh
        and ax, 7
        mul word [PAGE_LENGTH]
        add di, ax
        mov ax, 0xA000
        mov es, ax
        pop ax
        mov ah, cl
        shr cx, 1
        shr cx, 1
        shr cx, 1
        add di, cx
        mov cl, ah
        and cl, 7
        mov ah, 0x80
        shr ah, cl
        ret

write_pixel_planar:
        call pixel_planar
        mov bl, al
        mov dx, SEQUENCER
        push ax
        mov ax, 0x0F02
        out dx, ax
        mov dx, GRAPHICS
        mov ax, 0x0005                  ; write mode 0
        out dx, ax
        mov ah, bl                      ; set/reset: the colour
        and ah, 0x0F
        mov al, 0
        out dx, ax
        mov ax, 0x0F01
        out dx, ax
        mov ax, 0x0003
        test bl, 0x80
        jz .function
        mov ah, 0x18
.function:
        out dx, ax
        pop ax
        mov al, 8                       ; bit mask: the dot
        out dx, ax
        mov al, [es:di]                 ; fills the latches
        mov [es:di], al
        mov ax, 0xFF08
        out dx, ax
        mov ax, 0x0003
        out dx, ax
        mov ax, 0x0001
        out dx, ax
        mov ax, 0x0000
        out dx, ax
        ret

read_pixel_planar:
        call pixel_planar
        mov cl, ah
        mov dx, GRAPHICS
        mov ax, 0x0005                  ; read mode 0
        out dx, ax
        xor bl, bl
        mov ax, 0x0304                  ; planes 3 to 0
.plane:
        out dx, ax
        mov ch, [es:di]
        and ch, cl
        neg ch                          ; carry: the dot is set
        rcl bl, 1
        dec ah
        jns .plane
        mov ax, 0x0004
        out dx, ax
        mov al, bl
        ret

; ES:DI = the byte of the dot in mode 13h. Keeps AL.
pixel_linear:
        push ax
        mov ax, [COLUMNS]
        shl ax, 1
        shl ax, 1
        shl ax, 1
        mul dx
        add ax, cx
        mov di, ax
        mov ax, 0xA000
        mov es, ax
        pop ax
        ret

write_pixel_linear:
        call pixel_linear
        stosb
        ret

read_pixel_linear:
        call pixel_linear
        mov al, [es:di]
        ret

; ES:DI = the byte of the scan line DX's first dots plus CX, in the CGA modes. Keeps AX.
pixel_cga:
        push ax
        mov ax, 0xB800
        mov es, ax
        mov al, dl
        shr al, 1
        mov ah, 80
        mul ah
        test dl, 1
        jz .even
        add ax, 0x2000
.even:
        add ax, cx
        mov di, ax
        pop ax
        ret

; ES:DI = the byte of the dot, CL = its shift count from bit 0, CH = its mask there.
pixel_cga4:
        push cx
        shr cx, 1
        shr cx, 1
        call pixel_cga
        pop cx
        and cl, 3
        xor cl, 3
        shl cl, 1
        mov ch, 3
        ret
pixel_cga2:
        push cx
        shr cx, 1
        shr cx, 1
        shr cx, 1
        call pixel_cga
        pop cx
        and cl, 7
        xor cl, 7
        mov ch, 1
        ret

write_pixel_cga4:
        call pixel_cga4
        jmp write_pixel_cga
write_pixel_cga2:
        call pixel_cga2
write_pixel_cga:
        mov ah, al
        and al, ch
        shl al, cl
        shl ch, cl
        or ah, ah
        js .exclusive
        not ch
        and ch, [es:di]
        or al, ch
        stosb
        ret
.exclusive:
        xor [es:di], al
        ret

read_pixel_cga4:
        call pixel_cga4
        jmp read_pixel_cga
read_pixel_cga2:
        call pixel_cga2
read_pixel_cga:
        mov al, [es:di]
        shr al, cl
        and al, ch
        ret
