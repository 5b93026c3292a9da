; Power-on initialisation: called by the system BIOS with a far call to C000:0003.

initialise:
        push ax
        push bx
        push cx
        push dx
        push si
        push di
        push bp
        push ds
        push es
        pushf
        cld

        mov dx, VGA_ENABLE
        mov al, 1
        out dx, al
        mov dx, MISC_READ
        in al, dx
        or al, 0x03                     ; colour addresses, memory on
        mov dx, MISC_WRITE
        out dx, al

        call install_vectors

        mov ax, BIOS_DATA
        mov ds, ax
        mov byte [VIDEO_CONTROL], CONTROL_MEMORY_256K
        mov byte [VIDEO_SWITCHES], 0xF9 ; no feature bits; switches 1001: colour, 80 columns
        mov byte [MODE_SET_CONTROL], MODE_SET_400_LINES | MODE_SET_VGA_ACTIVE
        mov byte [DISPLAY_INDEX], DISPLAY_INDEX_VGA_COLOUR
        mov word [SAVE_POINTER], save_pointer_table
        mov [SAVE_POINTER + 2], cs
        mov al, [EQUIPMENT]
        and al, 0xCF
        or al, 0x20
        mov [EQUIPMENT], al

        mov ax, 0x0003
        int 0x10

        popf
        pop es
        pop ds
        pop bp
        pop di
        pop si
        pop dx
        pop cx
        pop bx
        pop ax
        retf

; The old INT 10h goes to INT 42h; ours goes to INT 10h and, as PS/2 programs expect, INT 6Dh.
install_vectors:
        xor ax, ax
        mov ds, ax
        cli
        les ax, [VECTOR_VIDEO]
        mov [VECTOR_OLD_VIDEO], ax
        mov [VECTOR_OLD_VIDEO + 2], es
        mov word [VECTOR_VIDEO], int10
        mov [VECTOR_VIDEO + 2], cs
        mov word [VECTOR_VGA_VIDEO], int10
        mov [VECTOR_VGA_VIDEO + 2], cs
        mov word [VECTOR_VIDEO_PARAMETERS], crtc_6845_table
        mov [VECTOR_VIDEO_PARAMETERS + 2], cs
        mov word [VECTOR_UPPER_FONT], font_8x8 + 128 * 8
        mov [VECTOR_UPPER_FONT + 2], cs
        mov word [VECTOR_GRAPHICS_FONT], font_8x8
        mov [VECTOR_GRAPHICS_FONT + 2], cs
        sti
        ret
