; The RingOne demo disk: what a newcomer sees when no image is named. A 160 KiB floppy with its
; own boot sector and one program, in 8086 code for any PC with a VGA.
;
; Every page is a routine called with DS = ES = CS and the direction flag clear; it returns when
; Esc is pressed.

        cpu 8086
        bits 16

TRACK_SECTORS   equ 8
TRACKS          equ 40
PROGRAM_SEGMENT equ 0x1000

        section boot start=0 vstart=0x7C00
%include "boot.asm"

        section program start=512 vstart=0
program_start:
%include "menu.asm"
%include "screen.asm"
%include "processor.asm"
%include "rings.asm"
%include "ringtext.asm"
%include "plasma.asm"
%include "characters.asm"
%include "keyboard.asm"
%include "tune.asm"
program_end:
PROGRAM_SECTORS equ (program_end - program_start + 511) / 512
        times TRACKS * TRACK_SECTORS * 512 - 512 - (program_end - program_start) db 0

; Work space behind the program, not in the image, and away from the code.
        absolute 0x8000
work:
sine_table:     resb 256                ; -127..127, a period
ring_kind:      resb 256                ; rings.asm: by distance from the centre
ring_slope:     resb 256
ring_facing:    resb 256
glow:           resw 512
plane_rows:     resb 4 * 80
palette_buffer: resb 256 * 3
rings_dx:       resw 1                  ; rings.asm: the dot's offsets from the centre
rings_dy:       resw 1
rings_distance: resw 1
rings_light:    resw 1                  ; rings_dy * LIGHT_Y
rings_dither:   resw 1                  ; eight thresholds for the line
plasma_time:    resb 1
plasma_first:   resb 1                  ; the DAC register that gets the palette's first colour
column_wave:    resb 320
diagonal_wave:  resb 360
