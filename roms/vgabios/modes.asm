; The tables of the standard modes, and the video save pointer table through which programs
; find them and may replace them.
; Source: IBM PS/2 Hardware Interface Technical Reference, "Video Subsystem", register values of
; the BIOS modes; PS/2 and PC BIOS Interface Technical Reference, "Video parameter table".

save_pointer_table:
        dw parameter_table, 0xC000      ; video parameters
        dd 0                            ; dynamic parameter save area
        dd 0                            ; text font override
        dd 0                            ; graphics font override
        dw second_save_table, 0xC000    ; second save pointer table
        dd 0
        dd 0

second_save_table:
        dw 26                           ; length
        dw combination_table, 0xC000
        dd 0                            ; second text font override
        dd 0                            ; palette profile override
        dd 0
        dd 0
        dd 0

DISPLAY_INDEX_VGA_COLOUR equ 0x0B

; Display combinations, by the code each adapter has in INT 10h AH=1Ah. A zero stands for no
; second adapter.
combination_table:
        db (.end - .entries) / 2, 1, 8, 0
.entries:
        db 0, 0                         ; 00 no display
        db 0, 1                         ; 01 MDA
        db 0, 2                         ; 02 CGA
        db 2, 1                         ; 03
        db 0, 4                         ; 04 EGA, colour
        db 4, 1                         ; 05
        db 0, 5                         ; 06 EGA, monochrome
        db 2, 5                         ; 07
        db 0, 6                         ; 08 professional graphics
        db 1, 6                         ; 09
        db 5, 6                         ; 0A
        db 0, 8                         ; 0B VGA, colour
        db 1, 8                         ; 0C
        db 0, 7                         ; 0D VGA, monochrome
        db 2, 7                         ; 0E
        db 6, 7                         ; 0F
.end:

; What a mode is, by mode number.
mode_kinds:
        db KIND_TEXT, KIND_TEXT, KIND_TEXT, KIND_TEXT           ; 00..03
        db KIND_CGA4, KIND_CGA4, KIND_CGA2, KIND_TEXT           ; 04..07
        db KIND_NONE, KIND_NONE, KIND_NONE, KIND_NONE           ; 08..0B
        db KIND_NONE, KIND_PLANAR, KIND_PLANAR, KIND_PLANAR     ; 0C..0F
        db KIND_PLANAR, KIND_PLANAR, KIND_PLANAR, KIND_LINEAR   ; 10..13
MODE_COUNT      equ $ - mode_kinds

; Display pages by mode number; text modes with other lengths are counted from PAGE_LENGTH.
mode_pages:
        db 8, 8, 8, 8, 1, 1, 1, 8, 0, 0, 0, 0, 0, 8, 4, 2, 2, 1, 1, 1
; Colours by mode number, 0 standing for 256.
mode_colours:
        db 16, 16, 16, 16, 4, 4, 2, 0xFF, 0, 0, 0, 0, 0, 16, 16, 0xFF, 16, 2, 16, 0
; What port 3x8h of a CGA or MDA would hold, by mode number 00..07.
cga_mode_controls:
        db 0x2C, 0x28, 0x2D, 0x29, 0x2A, 0x2E, 0x1E, 0x29

; Registers 0..0Fh of a 6845 on the CGA and MDA: 40 columns, 80 columns, graphics, monochrome;
; then what their BIOS kept beside them.
crtc_6845_table:
        db 0x38, 0x28, 0x2D, 0x0A, 0x1F, 0x06, 0x19, 0x1C, 0x02, 0x07, 0x06, 0x07, 0, 0, 0, 0
        db 0x71, 0x50, 0x5A, 0x0A, 0x1F, 0x06, 0x19, 0x1C, 0x02, 0x07, 0x06, 0x07, 0, 0, 0, 0
        db 0x38, 0x28, 0x2D, 0x0A, 0x7F, 0x06, 0x64, 0x70, 0x02, 0x01, 0x06, 0x07, 0, 0, 0, 0
        db 0x61, 0x50, 0x52, 0x0F, 0x19, 0x06, 0x19, 0x19, 0x02, 0x0D, 0x0B, 0x0C, 0, 0, 0, 0
        dw 0x0800, 0x1000, 0x4000, 0x4000                       ; page lengths
        db 40, 40, 80, 80, 40, 40, 80, 80                       ; columns of modes 00..07
        db 0x2C, 0x28, 0x2D, 0x29, 0x2A, 0x2E, 0x1E, 0x29

; One entry of the video parameter table.
PARAMETER_COLUMNS       equ 0
PARAMETER_LAST_ROW      equ 1
PARAMETER_HEIGHT        equ 2
PARAMETER_PAGE_LENGTH   equ 3
PARAMETER_SEQUENCER     equ 5           ; registers 1..4
PARAMETER_MISC          equ 9
PARAMETER_CRTC          equ 10          ; registers 0..18h
PARAMETER_CURSOR        equ PARAMETER_CRTC + 0x0A
PARAMETER_ATTRIBUTE     equ 35          ; registers 0..13h
PARAMETER_GRAPHICS      equ 55          ; registers 0..8
PARAMETER_SIZE          equ 64

%macro screen 4                         ; columns, rows, character height, page length
        db %1, %2 - 1, %3
        dw %4
%endmacro
%macro unused_entry 0
        times PARAMETER_SIZE db 0
%endmacro

; Halves of CRTC tables that modes share. Horizontal: registers 0..5; vertical: 6..7 come before
; the character row registers, 10h..18h after them, so each line below has its own place.
%define HORIZONTAL_40_TEXT      0x2D, 0x27, 0x28, 0x90, 0x2B, 0xA0
%define HORIZONTAL_40_GRAPHICS  0x2D, 0x27, 0x28, 0x90, 0x2B, 0x80
%define HORIZONTAL_80_TEXT      0x5F, 0x4F, 0x50, 0x82, 0x55, 0x81
%define HORIZONTAL_80_GRAPHICS  0x5F, 0x4F, 0x50, 0x82, 0x54, 0x80
%define TOTAL_449               0xBF, 0x1F      ; 70 Hz
%define TOTAL_525               0x0B, 0x3E      ; 60 Hz
%define RETRACE_400             0x9C, 0x8E, 0x8F
%define RETRACE_350             0x83, 0x85, 0x5D
%define RETRACE_480             0xEA, 0x8C, 0xDF
%define ORIGIN                  0x00, 0x00, 0x00, 0x00

%define PALETTE_CGA             0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, \
                                0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17
%define PALETTE_EGA             0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x14, 0x07, \
                                0x38, 0x39, 0x3A, 0x3B, 0x3C, 0x3D, 0x3E, 0x3F
%define PALETTE_MDA             0x00, 0x08, 0x08, 0x08, 0x08, 0x08, 0x08, 0x08, \
                                0x10, 0x18, 0x18, 0x18, 0x18, 0x18, 0x18, 0x18
%define PALETTE_MONO_GRAPHICS   0x00, 0x08, 0x00, 0x00, 0x18, 0x18, 0x00, 0x00, \
                                0x00, 0x08, 0x00, 0x00, 0x00, 0x18, 0x00, 0x00
%define PALETTE_CGA4            0x00, 0x13, 0x15, 0x17, 0x02, 0x04, 0x06, 0x07, \
                                0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17
%define PALETTE_CGA2            0x00, 0x17, 0x17, 0x17, 0x17, 0x17, 0x17, 0x17, \
                                0x17, 0x17, 0x17, 0x17, 0x17, 0x17, 0x17, 0x17
%define PALETTE_MODE_11         0x00, 0x3F, 0x3F, 0x3F, 0x3F, 0x3F, 0x3F, 0x3F, \
                                0x3F, 0x3F, 0x3F, 0x3F, 0x3F, 0x3F, 0x3F, 0x3F
%define PALETTE_STRAIGHT        0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, \
                                0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x0E, 0x0F

%define GRAPHICS_TEXT           0, 0, 0, 0, 0, 0x10, 0x0E, 0x00, 0xFF
%define GRAPHICS_TEXT_MONO      0, 0, 0, 0, 0, 0x10, 0x0A, 0x00, 0xFF
%define GRAPHICS_PLANAR         0, 0, 0, 0, 0, 0x00, 0x05, 0x0F, 0xFF

%macro mode_text_40_200 0
        screen 40, 25, 8, 0x0800
        db 0x09, 0x03, 0x00, 0x02, 0x63
        db HORIZONTAL_40_TEXT, TOTAL_449, 0x00, 0xC7, 0x06, 0x07, ORIGIN
        db RETRACE_400, 0x14, 0x1F, 0x96, 0xB9, 0xA3, 0xFF
        db PALETTE_CGA, 0x08, 0x00, 0x0F, 0x00
        db GRAPHICS_TEXT
%endmacro
%macro mode_text_80_200 0
        screen 80, 25, 8, 0x1000
        db 0x01, 0x03, 0x00, 0x02, 0x63
        db HORIZONTAL_80_TEXT, TOTAL_449, 0x00, 0xC7, 0x06, 0x07, ORIGIN
        db RETRACE_400, 0x28, 0x1F, 0x96, 0xB9, 0xA3, 0xFF
        db PALETTE_CGA, 0x08, 0x00, 0x0F, 0x00
        db GRAPHICS_TEXT
%endmacro
%macro mode_cga4 0
        screen 40, 25, 8, 0x4000
        db 0x09, 0x03, 0x00, 0x02, 0x63
        db HORIZONTAL_40_GRAPHICS, TOTAL_449, 0x00, 0xC1, 0x00, 0x00, ORIGIN
        db RETRACE_400, 0x14, 0x00, 0x96, 0xB9, 0xA2, 0xFF
        db PALETTE_CGA4, 0x01, 0x00, 0x03, 0x00
        db 0, 0, 0, 0, 0, 0x30, 0x0F, 0x00, 0xFF
%endmacro
%macro mode_0f 0
        screen 80, 25, 14, 0x8000
        db 0x01, 0x0F, 0x00, 0x06, 0xA2
        db HORIZONTAL_80_GRAPHICS, TOTAL_449, 0x00, 0x40, 0x00, 0x00, ORIGIN
        db RETRACE_350, 0x28, 0x0F, 0x63, 0xBA, 0xE3, 0xFF
        db PALETTE_MONO_GRAPHICS, 0x0B, 0x00, 0x05, 0x00
        db 0, 0, 0, 0, 0, 0x00, 0x05, 0x05, 0xFF
%endmacro
%macro mode_10 0
        screen 80, 25, 14, 0x8000
        db 0x01, 0x0F, 0x00, 0x06, 0xA3
        db HORIZONTAL_80_GRAPHICS, TOTAL_449, 0x00, 0x40, 0x00, 0x00, ORIGIN
        db RETRACE_350, 0x28, 0x0F, 0x63, 0xBA, 0xE3, 0xFF
        db PALETTE_EGA, 0x01, 0x00, 0x0F, 0x00
        db GRAPHICS_PLANAR
%endmacro
%macro mode_text_40_350 0
        screen 40, 25, 14, 0x0800
        db 0x09, 0x03, 0x00, 0x02, 0xA3
        db HORIZONTAL_40_TEXT, TOTAL_449, 0x00, 0x4D, 0x0B, 0x0C, ORIGIN
        db RETRACE_350, 0x14, 0x1F, 0x63, 0xBA, 0xA3, 0xFF
        db PALETTE_EGA, 0x08, 0x00, 0x0F, 0x00
        db GRAPHICS_TEXT
%endmacro
%macro mode_text_80_350 0
        screen 80, 25, 14, 0x1000
        db 0x01, 0x03, 0x00, 0x02, 0xA3
        db HORIZONTAL_80_TEXT, TOTAL_449, 0x00, 0x4D, 0x0B, 0x0C, ORIGIN
        db RETRACE_350, 0x28, 0x1F, 0x63, 0xBA, 0xA3, 0xFF
        db PALETTE_EGA, 0x08, 0x00, 0x0F, 0x00
        db GRAPHICS_TEXT
%endmacro

; The order of the entries is IBM's: mode numbers to 10h, then the variants.
parameter_table:
        mode_text_40_200                ; 00 mode 0, 200 lines
        mode_text_40_200                ; 01 mode 1, 200 lines
        mode_text_80_200                ; 02 mode 2, 200 lines
        mode_text_80_200                ; 03 mode 3, 200 lines
        mode_cga4                       ; 04 mode 4
        mode_cga4                       ; 05 mode 5
        screen 80, 25, 8, 0x4000        ; 06 mode 6
        db 0x01, 0x01, 0x00, 0x06, 0x63
        db HORIZONTAL_80_GRAPHICS, TOTAL_449, 0x00, 0xC1, 0x00, 0x00, ORIGIN
        db RETRACE_400, 0x28, 0x00, 0x96, 0xB9, 0xC2, 0xFF
        db PALETTE_CGA2, 0x01, 0x00, 0x01, 0x00
        db 0, 0, 0, 0, 0, 0x00, 0x0D, 0x00, 0xFF
        screen 80, 25, 14, 0x1000       ; 07 mode 7, 350 lines
        db 0x00, 0x03, 0x00, 0x02, 0xA6
        db HORIZONTAL_80_TEXT, TOTAL_449, 0x00, 0x4D, 0x0B, 0x0C, ORIGIN
        db RETRACE_350, 0x28, 0x0D, 0x63, 0xBA, 0xA3, 0xFF
        db PALETTE_MDA, 0x0E, 0x00, 0x0F, 0x08
        db GRAPHICS_TEXT_MONO
        unused_entry                    ; 08
        unused_entry                    ; 09
        unused_entry                    ; 0A
        unused_entry                    ; 0B
        unused_entry                    ; 0C
        screen 40, 25, 8, 0x2000        ; 0D mode 0Dh
        db 0x09, 0x0F, 0x00, 0x06, 0x63
        db HORIZONTAL_40_GRAPHICS, TOTAL_449, 0x00, 0xC0, 0x00, 0x00, ORIGIN
        db RETRACE_400, 0x14, 0x00, 0x96, 0xB9, 0xE3, 0xFF
        db PALETTE_CGA, 0x01, 0x00, 0x0F, 0x00
        db GRAPHICS_PLANAR
        screen 80, 25, 8, 0x4000        ; 0E mode 0Eh
        db 0x01, 0x0F, 0x00, 0x06, 0x63
        db HORIZONTAL_80_GRAPHICS, TOTAL_449, 0x00, 0xC0, 0x00, 0x00, ORIGIN
        db RETRACE_400, 0x28, 0x00, 0x96, 0xB9, 0xE3, 0xFF
        db PALETTE_CGA, 0x01, 0x00, 0x0F, 0x00
        db GRAPHICS_PLANAR
        mode_0f                         ; 0F mode 0Fh on a 64 KiB adapter
        mode_10                         ; 10 mode 10h on a 64 KiB adapter
        mode_0f                         ; 11 mode 0Fh
        mode_10                         ; 12 mode 10h
        mode_text_40_350                ; 13 mode 0, 350 lines
        mode_text_40_350                ; 14 mode 1, 350 lines
        mode_text_80_350                ; 15 mode 2, 350 lines
        mode_text_80_350                ; 16 mode 3, 350 lines
        screen 40, 25, 16, 0x0800       ; 17 modes 0 and 1, 400 lines
        db 0x08, 0x03, 0x00, 0x02, 0x67
        db HORIZONTAL_40_TEXT, TOTAL_449, 0x00, 0x4F, 0x0D, 0x0E, ORIGIN
        db RETRACE_400, 0x14, 0x1F, 0x96, 0xB9, 0xA3, 0xFF
        db PALETTE_EGA, 0x0C, 0x00, 0x0F, 0x08
        db GRAPHICS_TEXT
        screen 80, 25, 16, 0x1000       ; 18 modes 2 and 3, 400 lines
        db 0x00, 0x03, 0x00, 0x02, 0x67
        db HORIZONTAL_80_TEXT, TOTAL_449, 0x00, 0x4F, 0x0D, 0x0E, ORIGIN
        db RETRACE_400, 0x28, 0x1F, 0x96, 0xB9, 0xA3, 0xFF
        db PALETTE_EGA, 0x0C, 0x00, 0x0F, 0x08
        db GRAPHICS_TEXT
        screen 80, 25, 16, 0x1000       ; 19 mode 7, 400 lines
        db 0x00, 0x03, 0x00, 0x02, 0x66
        db HORIZONTAL_80_TEXT, TOTAL_449, 0x00, 0x4F, 0x0D, 0x0E, ORIGIN
        db RETRACE_400, 0x28, 0x0F, 0x96, 0xB9, 0xA3, 0xFF
        db PALETTE_MDA, 0x0E, 0x00, 0x0F, 0x08
        db GRAPHICS_TEXT_MONO
        screen 80, 30, 16, 0xA000       ; 1A mode 11h
        db 0x01, 0x0F, 0x00, 0x06, 0xE3
        db HORIZONTAL_80_GRAPHICS, TOTAL_525, 0x00, 0x40, 0x00, 0x00, ORIGIN
        db RETRACE_480, 0x28, 0x00, 0xE7, 0x04, 0xC3, 0xFF
        db PALETTE_MODE_11, 0x01, 0x00, 0x0F, 0x00
        db 0, 0, 0, 0, 0, 0x00, 0x05, 0x01, 0xFF
        screen 80, 30, 16, 0xA000       ; 1B mode 12h
        db 0x01, 0x0F, 0x00, 0x06, 0xE3
        db HORIZONTAL_80_GRAPHICS, TOTAL_525, 0x00, 0x40, 0x00, 0x00, ORIGIN
        db RETRACE_480, 0x28, 0x00, 0xE7, 0x04, 0xE3, 0xFF
        db PALETTE_EGA, 0x01, 0x00, 0x0F, 0x00
        db GRAPHICS_PLANAR
        screen 40, 25, 8, 0x2000        ; 1C mode 13h
        db 0x01, 0x0F, 0x00, 0x0E, 0x63
        db HORIZONTAL_80_GRAPHICS, TOTAL_449, 0x00, 0x41, 0x00, 0x00, ORIGIN
        db RETRACE_400, 0x28, 0x40, 0x96, 0xB9, 0xA3, 0xFF
        db PALETTE_STRAIGHT, 0x41, 0x00, 0x0F, 0x00
        db 0, 0, 0, 0, 0, 0x40, 0x05, 0x0F, 0xFF
%if $ - parameter_table != 29 * PARAMETER_SIZE
%error "the video parameter table is not 29 entries long"
%endif
