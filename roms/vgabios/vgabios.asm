; RingOne's VGA BIOS: INT 10h for an IBM VGA with 256 KiB, in 8086 code.
; A 32 KiB option ROM at C000:0000. The build appends padding and the checksum byte.
;
; Every function is entered with DS = 0040h, direction flag clear, BP on the caller's saved
; registers (layout.inc) and AX, BX, CX, DX as the caller passed them. A function may change any
; register but BP; results are written into the frame.

        cpu 8086
        bits 16
        org 0

%include "layout.inc"

ROM_BLOCKS      equ 64                  ; of 512 bytes

        dw 0xAA55
        db ROM_BLOCKS
        jmp near initialise
        times 0x1E - ($ - $$) db 0
        db "IBM VGA compatible", 0      ; programs look for the three letters at C000:001E
        db "RingOne VGA BIOS", 13, 10, 0

int10:
        sti
        cld
        push es
        push ds
        push bp
        push di
        push si
        push dx
        push cx
        push bx
        push ax
        mov bp, sp
        cmp ah, (functions.end - functions) / 2
        jae .exit
        mov si, BIOS_DATA
        mov ds, si
        mov al, ah
        xor ah, ah
        shl ax, 1
        mov si, ax
        mov ax, [bp + FRAME_AX]
        call [cs:functions + si]
.exit:
        pop ax
        pop bx
        pop cx
        pop dx
        pop si
        pop di
        pop bp
        pop ds
        pop es
        iret

functions:
        dw set_mode                     ; 00
        dw set_cursor_type              ; 01
        dw set_cursor_position          ; 02
        dw read_cursor                  ; 03
        dw read_light_pen               ; 04
        dw select_page                  ; 05
        dw scroll_up                    ; 06
        dw scroll_down                  ; 07
        dw read_character               ; 08
        dw write_character_attribute    ; 09
        dw write_character              ; 0A
        dw set_colour_palette           ; 0B
        dw write_pixel                  ; 0C
        dw read_pixel                   ; 0D
        dw teletype                     ; 0E
        dw read_mode                    ; 0F
        dw palette_functions            ; 10
        dw font_functions               ; 11
        dw alternate_select             ; 12
        dw write_string                 ; 13
        dw no_function                  ; 14
        dw no_function                  ; 15
        dw no_function                  ; 16
        dw no_function                  ; 17
        dw no_function                  ; 18
        dw no_function                  ; 19
        dw display_combination          ; 1A
        dw functionality                ; 1B
        dw save_restore_state           ; 1C
.end:

no_function:
        ret

%include "init.asm"
%include "modes.asm"
%include "setmode.asm"
%include "cursor.asm"
%include "text.asm"
%include "scroll.asm"
%include "glyphs.asm"
%include "pixels.asm"
%include "palette.asm"
%include "dac.asm"
%include "fonts.asm"
%include "alternate.asm"
%include "info.asm"
%include "state.asm"
%include "printscreen.asm"

font_8x8:       incbin "fonts/font8x8.bin"
font_8x14:      incbin "fonts/font8x14.bin"
font_8x16:      incbin "fonts/font8x16.bin"
; The tables of shapes that a nine-dot cell wants drawn differently: none of ours does.
font_9x14:      db 0
font_9x16:      db 0

%if $ - $$ > ROM_BLOCKS * 512 - 1
%error "the VGA BIOS does not fit its ROM"
%endif
        times ROM_BLOCKS * 512 - ($ - $$) db 0
