; The default contents of the DAC, computed rather than stored, and the one place that writes it.

; Load the default palette of the current mode. Keeps ES:SI.
load_default_palette:
        test byte [MODE_SET_CONTROL], MODE_SET_KEEP_PALETTE
        jnz .done
        push si
        mov dx, DAC_MASK
        mov al, 0xFF
        out dx, al
        mov al, [VIDEO_MODE]
        cmp al, 0x13
        je .mode_13
        cmp al, 7
        je .mono
        cmp al, 0x0F
        je .mono
        ja .ega
        cmp al, 3
        ja .cga
        mov al, [es:si + PARAMETER_HEIGHT]
        cmp al, 8                       ; the 200-line variants of text
        ja .ega
.cga:
        mov si, cga_colour
        jmp .sixty_four
.mono:
        mov si, mono_colour
        jmp .sixty_four
.ega:
        mov si, ega_colour
.sixty_four:
        xor bl, bl
.next:
        call si
        call write_dac
        inc bl
        cmp bl, 64
        jb .next
        pop si
.done:
        ret
.mode_13:
        call load_256_colours
        pop si
        ret

; Colour BL of the 64 EGA colours, bits rgbRGB: two thirds and one third of full intensity.
; Returns DH = red, CH = green, CL = blue.
ega_colour:
        xor dx, dx
        xor cx, cx
        mov al, bl
        test al, 0x04
        jz .no_red
        mov dh, 0x2A
.no_red:
        test al, 0x20
        jz .no_dim_red
        add dh, 0x15
.no_dim_red:
        test al, 0x02
        jz .no_green
        mov ch, 0x2A
.no_green:
        test al, 0x10
        jz .no_dim_green
        add ch, 0x15
.no_dim_green:
        test al, 0x01
        jz .no_blue
        mov cl, 0x2A
.no_blue:
        test al, 0x08
        jz .done
        add cl, 0x15
.done:
        ret

; Colour BL of the CGA colours as bits .I.RGB: bit 4 lights all three guns by a third; colour 6 is
; brown, not dark yellow.
cga_colour:
        mov al, bl
        and bl, 0x07
        test al, 0x10
        jz .dark
        or bl, 0x38
.dark:
        push ax
        call ega_colour
        pop ax
        mov bl, al
        and al, 0x17
        cmp al, 0x06
        jne .done
        mov ch, 0x15
.done:
        ret

; Colour BL of the monochrome screen: bits 3 and 4 each give normal intensity, together bright.
mono_colour:
        xor dx, dx
        mov al, bl
        and al, 0x18
        jz .done
        mov dh, 0x2A
        cmp al, 0x18
        jne .done
        mov dh, 0x3F
.done:
        mov ch, dh
        mov cl, dh
        ret

; The 256 colours of mode 13h: the 16 of the CGA, 16 greys, then three intensities times three
; saturations times 24 hues from blue over red and green back to blue, then black.
load_256_colours:
        xor bl, bl
.cga:
        push bx
        test bl, 0x08
        jz .dark
        xor bl, 0x18                    ; bit 3 is the intensity here
.dark:
        call cga_colour
        pop bx
        call write_dac
        inc bl
        cmp bl, 16
        jb .cga
        mov si, grey_levels
.grey:
        mov dh, [cs:si]
        inc si
        mov ch, dh
        mov cl, dh
        call write_dac
        inc bl
        cmp bl, 32
        jb .grey

        mov si, hue_levels              ; nine groups of five levels
.group:
        mov di, hues
.hue:
        mov dh, [cs:di]
        mov ch, [cs:di + 1]
        mov cl, [cs:di + 2]
        push bx
        xor bx, bx
        mov bl, dh
        mov dh, [cs:si + bx]
        mov bl, ch
        mov ch, [cs:si + bx]
        mov bl, cl
        mov cl, [cs:si + bx]
        pop bx
        call write_dac
        inc bl
        add di, 3
        cmp di, hues.end
        jb .hue
        add si, 5
        cmp si, hue_levels.end
        jb .group
        xor dx, dx
        xor cx, cx
.black:
        call write_dac
        inc bl
        jnz .black
        ret

grey_levels:
        db 0x00, 0x05, 0x08, 0x0B, 0x0E, 0x11, 0x14, 0x18
        db 0x1C, 0x20, 0x24, 0x28, 0x2D, 0x32, 0x38, 0x3F
hue_levels:
        db 0x00, 0x10, 0x1F, 0x2F, 0x3F ; full intensity: full, half, low saturation
        db 0x1F, 0x27, 0x2F, 0x37, 0x3F
        db 0x2D, 0x31, 0x36, 0x3A, 0x3F
        db 0x00, 0x07, 0x0E, 0x15, 0x1C ; middle intensity
        db 0x0E, 0x11, 0x15, 0x18, 0x1C
        db 0x14, 0x16, 0x18, 0x1A, 0x1C
        db 0x00, 0x04, 0x08, 0x0C, 0x10 ; low intensity
        db 0x08, 0x0A, 0x0C, 0x0E, 0x10
        db 0x0B, 0x0C, 0x0D, 0x0F, 0x10
.end:
hues:                                   ; red, green, blue, as indices into five levels
        db 0, 0, 4,  1, 0, 4,  2, 0, 4,  3, 0, 4
        db 4, 0, 4,  4, 0, 3,  4, 0, 2,  4, 0, 1
        db 4, 0, 0,  4, 1, 0,  4, 2, 0,  4, 3, 0
        db 4, 4, 0,  3, 4, 0,  2, 4, 0,  1, 4, 0
        db 0, 4, 0,  0, 4, 1,  0, 4, 2,  0, 4, 3
        db 0, 4, 4,  0, 3, 4,  0, 2, 4,  0, 1, 4
.end:

; DAC register BL = DH, CH, CL, as a grey of equal brightness when grey summing is on.
; Keeps all but AX; DH, CH, CL become what was written.
write_dac:
        test byte [MODE_SET_CONTROL], MODE_SET_GREY
        jz .colour
        call sum_to_grey
.colour:
        push dx
        mov al, bl
        mov ah, dh
        mov dx, DAC_WRITE_INDEX
        out dx, al
        inc dx
        mov al, ah
        out dx, al
        mov al, ch
        out dx, al
        mov al, cl
        out dx, al
        pop dx
        ret

; DH, CH, CL = 30 % red + 59 % green + 11 % blue. Keeps BX.
sum_to_grey:
        push bx
        mov al, 77                      ; of 256
        mul dh
        mov bx, ax
        mov al, 151
        mul ch
        add bx, ax
        mov al, 28
        mul cl
        add bx, ax
        add bx, 128
        mov dh, bh
        mov ch, bh
        mov cl, bh
        pop bx
        ret

; DH, CH, CL = DAC register BL. Keeps BX.
read_dac:
        mov dx, DAC_READ_INDEX
        mov al, bl
        out dx, al
        mov dx, DAC_DATA
        in al, dx
        mov ah, al
        in al, dx
        mov ch, al
        in al, dx
        mov cl, al
        mov dh, ah
        ret
