; INT 10h AH=11h: fonts. Text modes draw from plane 2, where eight blocks of 256 shapes have room,
; 32 bytes a shape; graphics modes draw from tables in memory, at INT 43h and INT 1Fh.

; The ROM font of shapes CX scan lines high: CS:SI, 8, 14 or 16.
rom_font:
        mov si, font_8x8
        cmp cl, 14
        jb .done
        mov si, font_8x14
        je .done
        mov si, font_8x16
.done:
        ret

; Load the ROM font of the mode's character height into block 0 and show that block. Keeps ES:SI.
load_text_font:
        push es
        push si
        mov cl, [CHARACTER_HEIGHT]
        call rom_font
        mov bh, cl
        xor bl, bl
        mov ax, cs
        mov es, ax
        xor dx, dx
        mov cx, 256
        call load_shapes
        mov dx, SEQUENCER
        mov ax, 0x0003
        out dx, ax
        pop si
        pop es
        ret

; Point INT 43h at the ROM font of the mode's character height. Keeps ES:SI.
select_graphics_font:
        push si
        mov cl, [CHARACTER_HEIGHT]
        call rom_font
        mov ax, cs
        call set_graphics_font
        pop si
        ret

; INT 43h = AX:SI.
set_graphics_font:
        push ds
        xor bx, bx
        mov ds, bx
        cli
        mov [VECTOR_GRAPHICS_FONT], si
        mov [VECTOR_GRAPHICS_FONT + 2], ax
        sti
        pop ds
        ret

; Copy CX shapes of BH bytes from ES:SI to block BL of plane 2, from character DX on.
load_shapes:
        push ds
        push es
        push bp
        jcxz .done
        call open_font_plane
        mov al, bl                      ; block n is at 16 KiB * (n mod 4) + 8 KiB * (n div 4)
        and ax, 0x07
        shr al, 1
        shr al, 1                       ; n div 4
        mov ah, bl
        and ah, 0x03
        shl ah, 1
        or al, ah
        mov ah, al
        xor al, al
        mov di, 5
.shift:
        shl ax, 1
        dec di
        jnz .shift
        mov di, dx
        mov dl, 5
.shape_offset:
        shl di, 1
        dec dl
        jnz .shape_offset
        add di, ax
        mov ax, es
        push ds
        mov ds, ax
        mov ax, 0xA000
        mov es, ax
        mov al, bh
        cmp al, 32
        jbe .fits
        mov al, 32
.fits:
        xor ah, ah
        mov bp, 32
        sub bp, ax                      ; to the next place
        mov dl, bh
        xor dh, dh
        sub dx, ax                      ; to the next shape, beyond the 32 that fit
.shape:
        push cx
        mov cx, ax
        rep movsb
        pop cx
        add si, dx
        add di, bp
        loop .shape
        pop ds
        call close_font_plane
.done:
        pop bp
        pop es
        pop ds
        ret

; Make plane 2 appear, alone and linear, at A000h. Keeps all but AX.
open_font_plane:
        push dx
        mov dx, SEQUENCER
        mov ax, 0x0100
        out dx, ax
        mov ax, 0x0402                  ; write plane 2
        out dx, ax
        mov ax, 0x0704                  ; sequential addresses
        out dx, ax
        mov ax, 0x0300
        out dx, ax
        mov dx, GRAPHICS
        mov ax, 0x0204                  ; read plane 2
        out dx, ax
        mov ax, 0x0005
        out dx, ax
        mov ax, 0x0406                  ; 64 KiB at A000h
        out dx, ax
        pop dx
        ret

; Back to what text modes need. DS = BIOS data. Keeps all but AX.
close_font_plane:
        push dx
        mov dx, SEQUENCER
        mov ax, 0x0100
        out dx, ax
        mov ax, 0x0302                  ; planes 0 and 1
        out dx, ax
        mov ax, 0x0204                  ; odd and even
        out dx, ax
        mov ax, 0x0300
        out dx, ax
        mov dx, GRAPHICS
        mov ax, 0x0004
        out dx, ax
        mov ax, 0x1005
        out dx, ax
        mov ax, 0x0E06                  ; 32 KiB at B800h
        cmp word [CRTC_PORT], 0x3B4
        jne .colour
        mov ah, 0x0A                    ; or at B000h
.colour:
        out dx, ax
        pop dx
        ret
