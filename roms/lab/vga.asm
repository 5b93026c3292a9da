; What sixteen colours cost a monitor: a boot floppy that fills, draws a line, draws text and sets
; registers, in mode 12h (four planes) and in mode 13h (a byte a pixel).
;
; Every access of a phase is countable from this file: no interrupt comes (IF is clear), nothing is
; repeated by REP, and each phase lies between two bytes on port E9h, its letter and a full stop.
; Sources/Lab/Report/VGAStudy.swift predicts the numbers, 'ringone lab vga' counts them.
;
; 80386, real mode. In all phases ES is A000h and the direction flag is clear.

        cpu 386
        bits 16
        org 0x7C00

TRACK_SECTORS   equ 8                   ; 160 KiB: 40 tracks, one side
LOADED_SECTORS  equ 3                   ; behind the boot sector

DEBUG           equ 0xE9
EXIT            equ 0xF6
SEQUENCER       equ 0x3C4
ATTRIBUTE       equ 0x3C0
DAC_INDEX       equ 0x3C8
GRAPHICS        equ 0x3CE
CRTC            equ 0x3D4
STATUS          equ 0x3DA

; Mode 12h: 640 x 480, a bit a pixel and plane.
PLANE_ROW       equ 80
PLANE_WIDTH     equ 640
PLANE_HEIGHT    equ 480
PLANE_BYTES     equ PLANE_ROW * PLANE_HEIGHT
PLANE_TEXT_ROW  equ 120                 ; the text's first pixel row
; Mode 13h: 320 x 200, a byte a pixel.
LINEAR_WIDTH    equ 320
LINEAR_HEIGHT   equ 200
LINEAR_BYTES    equ LINEAR_WIDTH * LINEAR_HEIGHT
LINEAR_TEXT_ROW equ 50

TEXT_LINES      equ 4
GLYPH_ROWS      equ 16
SCROLL_STEPS    equ 16
ATTRIBUTES      equ 16
DAC_BYTES       equ 768

%macro marker 1                         ; a byte for whoever counts
        mov al, %1
        out DEBUG, al
%endmacro
%macro set_register 3                   ; the index register's port (DX), index, value
        mov ax, ((%3) << 8) | (%2)
        out %1, ax
%endmacro

boot:
        jmp 0:.start
.start:
        xor ax, ax
        mov ds, ax
        mov ss, ax
        mov sp, 0x7C00
        cld
        sti
        mov es, ax
        mov bx, program
        mov ax, 0x0200 | LOADED_SECTORS
        mov cx, 0x0002                  ; cylinder 0, sector 2
        xor dh, dh                      ; head 0; DL is still the drive
        int 0x13
        jnc program
        mov al, 1                       ; the floppy cannot be read
        out EXIT, al
.stop:
        hlt
        jmp .stop

        times 510 - ($ - $$) db 0
        dw 0xAA55

program:
        mov ax, 0x1130                  ; where the 8 x 16 font is
        mov bh, 6
        int 0x10
        mov ax, es
        mov fs, ax
        mov [font], bp

        mov ax, 0x0012
        call set_mode
        marker 'f'
        call plane_fill
        marker '.'
        marker 'l'
        call plane_line
        marker '.'
        marker 't'
        call plane_text
        marker '.'
        marker 'r'
        call plane_registers
        marker '.'

        mov ax, 0x0013
        call set_mode
        marker 'F'
        call linear_fill
        marker '.'
        marker 'L'
        call linear_line
        marker '.'
        marker 'T'
        call linear_text
        marker '.'
        marker 'R'
        call linear_registers
        marker '.'

        xor al, al
        out EXIT, al
.stop:
        hlt
        jmp .stop

; Set video mode AX; then no interrupt comes any more.
set_mode:
        int 0x10
        cli
        cld
        mov ax, 0xA000
        mov es, ax
        ret

; Mode 12h: the whole screen in one colour, by the set/reset register, a byte at a time.
; 5 port writes; PLANE_BYTES memory writes.
plane_fill:
        mov dx, SEQUENCER
        set_register dx, 2, 0x0F        ; all planes
        mov dx, GRAPHICS
        set_register dx, 0, 0x01        ; set/reset: blue
        set_register dx, 1, 0x0F        ; in all planes
        set_register dx, 5, 0x00        ; write mode 0
        set_register dx, 8, 0xFF        ; all bits
        xor di, di
        mov cx, PLANE_BYTES
.byte:
        mov [es:di], al
        inc di
        loop .byte
        ret

; Mode 12h: the diagonal, PLANE_WIDTH pixels. Each one sets the bit mask (an index and a value), reads
; for the latches and writes.
; 2 + 2 * PLANE_WIDTH + 1 port writes; PLANE_WIDTH memory reads and as many writes.
plane_line:
        mov dx, GRAPHICS
        set_register dx, 0, 0x0E        ; yellow
        set_register dx, 1, 0x0F
        xor di, di
        mov bl, 0x80
        mov si, PLANE_WIDTH / 2         ; Bresenham's error
        mov cx, PLANE_WIDTH
.pixel:
        mov al, 8
        out dx, al
        inc dx
        mov al, bl
        out dx, al
        dec dx
        mov al, [es:di]
        mov [es:di], al
        ror bl, 1
        adc di, 0                       ; the next byte, when the bit has come round
        sub si, PLANE_HEIGHT - 1
        jns .next
        add si, PLANE_WIDTH - 1
        add di, PLANE_ROW
.next:
        loop .pixel
        set_register dx, 8, 0xFF
        ret

; Mode 12h: TEXT_LINES lines of PLANE_ROW characters. Each of a character's rows sets the bit mask with
; one word, reads for the latches and writes.
; 2 + characters * GLYPH_ROWS + 2 port writes; characters * GLYPH_ROWS memory reads and writes each.
plane_text:
        mov dx, GRAPHICS
        set_register dx, 0, 0x0F        ; white
        set_register dx, 1, 0x0F
        mov di, PLANE_TEXT_ROW * PLANE_ROW
        mov bl, ' '
        mov cx, TEXT_LINES
.line:
        push cx
        mov cx, PLANE_ROW
.character:
        call glyph
        mov bh, GLYPH_ROWS
.row:
        mov ah, [fs:bp]
        mov al, 8
        out dx, ax
        mov al, [es:di]
        mov [es:di], al
        inc bp
        add di, PLANE_ROW
        dec bh
        jnz .row
        sub di, GLYPH_ROWS * PLANE_ROW - 1
        loop .character
        add di, (GLYPH_ROWS - 1) * PLANE_ROW
        pop cx
        loop .line
        set_register dx, 8, 0xFF
        set_register dx, 1, 0x00
        ret

; Mode 12h: the attribute controller's palette, and a picture that scrolls by one row SCROLL_STEPS times
; and back.
; ATTRIBUTES port reads; 2 * ATTRIBUTES + 1 port writes to 3C0h; 2 * SCROLL_STEPS + 2 to 3D4h.
plane_registers:
        xor bl, bl
.attribute:
        mov dx, STATUS
        in al, dx                       ; index comes next
        mov dx, ATTRIBUTE
        mov al, bl
        out dx, al
        out dx, al
        inc bl
        cmp bl, ATTRIBUTES
        jb .attribute
        mov al, 0x20                    ; the picture is on again
        out dx, al
        mov dx, CRTC
        mov bx, PLANE_ROW
        mov cx, SCROLL_STEPS
.scroll:
        call start_address
        add bx, PLANE_ROW
        loop .scroll
        xor bx, bx
        jmp start_address

; The CRT controller's start address = BX; DX = CRTC. 2 port writes.
start_address:
        mov ah, bh
        mov al, 0x0C
        out dx, ax
        mov ah, bl
        mov al, 0x0D
        out dx, ax
        ret

; Mode 13h: LINEAR_BYTES memory writes.
linear_fill:
        xor di, di
        mov cx, LINEAR_BYTES
        mov al, 1
.byte:
        mov [es:di], al
        inc di
        loop .byte
        ret

; Mode 13h: the diagonal. LINEAR_WIDTH memory writes.
linear_line:
        xor di, di
        mov si, LINEAR_WIDTH / 2
        mov cx, LINEAR_WIDTH
        mov al, 14
.pixel:
        mov [es:di], al
        inc di
        sub si, LINEAR_HEIGHT - 1
        jns .next
        add si, LINEAR_WIDTH - 1
        add di, LINEAR_WIDTH
.next:
        loop .pixel
        ret

; Mode 13h: TEXT_LINES lines of LINEAR_WIDTH / 8 characters, both colours drawn.
; characters * GLYPH_ROWS * 8 memory writes.
linear_text:
        mov di, LINEAR_TEXT_ROW * LINEAR_WIDTH
        mov bl, ' '
        mov cx, TEXT_LINES
.line:
        push cx
        mov cx, LINEAR_WIDTH / 8
.character:
        push cx
        call glyph
        mov ch, GLYPH_ROWS
.row:
        mov ah, [fs:bp]
        mov cl, 8
.pixel:
        shl ah, 1
        sbb al, al
        and al, 15
        mov [es:di], al
        inc di
        dec cl
        jnz .pixel
        inc bp
        add di, LINEAR_WIDTH - 8
        dec ch
        jnz .row
        sub di, GLYPH_ROWS * LINEAR_WIDTH - 8
        pop cx
        loop .character
        add di, (GLYPH_ROWS - 1) * LINEAR_WIDTH
        pop cx
        loop .line
        ret

; Mode 13h: a grey palette, 1 + DAC_BYTES port writes.
linear_registers:
        mov dx, DAC_INDEX
        xor al, al
        out dx, al
        inc dx
        mov cx, DAC_BYTES
        xor bx, bx
.level:
        mov al, bh
        shr al, 2
        out dx, al
        add bx, 65536 / DAC_BYTES
        loop .level
        ret

; FS:BP = the shape of character BL; BL = the next one.
glyph:
        movzx bp, bl
        shl bp, 4
        add bp, [font]
        inc bl
        cmp bl, 127
        jb .done
        mov bl, ' '
.done:
        ret

font:   dw 0
program_end:

%if program_end - program > LOADED_SECTORS * 512
%error the program is longer than what is loaded
%endif
        times 40 * TRACK_SECTORS * 512 - ($ - $$) db 0
