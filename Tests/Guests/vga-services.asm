; What the VGA BIOS answers: fonts, palette and DAC, alternate select, information, save and restore,
; strings, cursor shapes, and the override tables of the save pointer. One line a case on the debug
; console: AX BX CX DX after the call, then what the case looks at.

%include "guest.inc"
%include "vga.inc"

BUFFER  equ 0x6000                      ; 512 bytes of work space
STATE   equ 0x2000                      ; a segment for saved states

; case NAME: begins a line.
%macro case 1
        jmp %%code
%%name: db %1, 0
%%code:
        mov si, %%name
        call begin_line
%endmacro
; call_video AX: INT 10h, then its registers.
%macro call_video 1
        mov ax, %1
        int 0x10
        call print_results
%endmacro
%macro set_mode 1
        mov ax, %1
        int 0x10
%endmacro

begin_line:
        call print_line
        call print
        mov al, ':'
        jmp print_character

print_results:
        push ax
        mov al, ' '
        call print_character
        pop ax
        push ax
        call print_word
        mov ax, bx
        call print_word
        mov ax, cx
        call print_word
        mov ax, dx
        call print_word
        pop ax
        ret

; Print CX bytes from DS:SI.
print_bytes:
        push ax
        mov al, ' '
        call print_character
.next:
        lodsb
        call print_byte
        loop .next
        pop ax
        ret

; Rows, height, page length, cursor type of the BIOS data area, then the CRTC registers they set.
print_geometry:
        push ds
        push es
        xor ax, ax
        mov ds, ax
        mov si, 0x0484
        mov cx, 3
        call print_bytes
        mov si, 0x044C
        mov cx, 2
        call print_bytes
        mov si, 0x0460
        mov cx, 2
        call print_bytes
        mov al, ' '
        call print_character
        mov si, .registers
.next:
        lodsb
        or al, al
        jz .done
        mov dx, 0x03D4
        out dx, al
        inc dx
        in al, dx
        call print_byte
        jmp .next
.done:
        pop es
        pop ds
        ret
.registers:
        db 0x07, 0x09, 0x0A, 0x0B, 0x12, 0x14, 0

; Print 16 bytes of the shape at plane 2 offset BX.
print_shape:
        mov dx, 0x3C4
        mov ax, 0x0402
        out dx, ax
        mov ax, 0x0704
        out dx, ax
        mov dx, 0x3CE
        mov ax, 0x0204
        out dx, ax
        mov ax, 0x0005
        out dx, ax
        mov ax, 0x0406
        out dx, ax
        push ds
        mov ax, 0xA000
        mov ds, ax
        mov si, bx
        mov cx, 17
        call print_bytes
        pop ds
        mov dx, 0x3C4
        mov ax, 0x0302
        out dx, ax
        mov ax, 0x0204
        out dx, ax
        mov dx, 0x3CE
        mov ax, 0x0004
        out dx, ax
        mov ax, 0x1005
        out dx, ax
        mov ax, 0x0E06
        out dx, ax
        ret

clear_registers:
        xor bx, bx
        xor cx, cx
        xor dx, dx
        ret

main:
        call fonts
        call palette
        call alternate
        call information
        call states
        call strings
        call overrides
        call print_line
        jmp finish

fonts:
        set_mode 0x0003
        call clear_registers
        case "8x8"
        call_video 0x1112
        call print_geometry
        call clear_registers
        case "8x14"
        call_video 0x1111
        call print_geometry
        call clear_registers
        case "8x16"
        call_video 0x1114
        call print_geometry

        case "user shapes"
        mov bp, user_shape
        mov bx, 0x1002                  ; 16 bytes, block 2
        mov cx, 2
        mov dx, 0x0041
        call_video 0x1100
        mov bx, 0x8000 + 0x41 * 32
        call print_shape
        case "blocks"
        mov bx, 0x0008
        call_video 0x1103
        mov dx, 0x3C4
        mov al, 3
        out dx, al
        inc dx
        in al, dx
        call print_byte
        case "user height"
        mov bp, user_shape
        mov bx, 0x0A00
        mov cx, 1
        mov dx, 0x0041
        call_video 0x1110
        call print_geometry
        case "350 lines"
        mov bx, 0x0030
        call_video 0x1201
        set_mode 0x0003
        call print_geometry
        mov ax, 0x1112
        mov bl, 0
        int 0x10
        call print_geometry
        case "200 lines"
        mov bx, 0x0030
        call_video 0x1200
        set_mode 0x0003
        call print_geometry
        mov ax, 0x1111
        mov bl, 0
        int 0x10
        call print_geometry
        mov ax, 0x1202
        mov bl, 0x30
        int 0x10
        case "graphics rows"
        set_mode 0x0012
        mov bx, 0x0003
        call_video 0x1123
        mov dx, 0x0000
        mov bx, 0x0000
        mov cx, 0x0000
        call_video 0x1130
        xor ax, ax
        mov es, ax
        ret
user_shape:
        db 0x81, 0x42, 0x24, 0x18, 0x18, 0x24, 0x42, 0x81
        db 0xFF, 0x00, 0xAA, 0x55, 0xC3, 0x3C, 0x0F, 0xF0
        db 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88
        db 0x99, 0xAA, 0xBB, 0xCC, 0xDD, 0xEE, 0x00, 0x12

palette:
        set_mode 0x0003
        case "palette register"
        mov bx, 0x2A05
        call_video 0x1000
        mov bx, 0x0005
        call_video 0x1007
        case "overscan"
        mov bx, 0x3C00
        call_video 0x1001
        mov bx, 0
        call_video 0x1008
        case "all"
        mov dx, BUFFER
        call_video 0x1009
        mov si, BUFFER
        mov cx, 17
        call print_bytes
        mov di, BUFFER
        mov cx, 17
.change:
        xor byte [di], 0x07
        inc di
        loop .change
        mov dx, BUFFER
        call_video 0x1002
        mov dx, BUFFER + 32
        call_video 0x1009
        mov si, BUFFER + 32
        mov cx, 17
        call print_bytes
        case "blinking"
        mov bx, 0
        call_video 0x1003
        mov bx, 0x0010
        call_video 0x1007
        mov bx, 1
        call_video 0x1003
        mov bx, 0x0010
        call_video 0x1007
        case "colour"
        mov bx, 33
        mov dx, 0x1200
        mov cx, 0x3405
        call_video 0x1010
        call clear_registers
        mov bx, 33
        call_video 0x1015
        case "colours"
        mov bx, 30
        mov cx, 5
        mov dx, BUFFER
        call_video 0x1017
        mov si, BUFFER
        mov cx, 15
        call print_bytes
        mov bx, 100
        mov cx, 5
        mov dx, BUFFER
        call_video 0x1012
        case "greys"
        mov bx, 100
        mov cx, 3
        call_video 0x101B
        mov cx, 5
        mov dx, BUFFER
        call_video 0x1017
        mov si, BUFFER
        mov cx, 15
        call print_bytes
        case "colour pages"
        call_video 0x101A
        mov bx, 0x0100
        call_video 0x1013
        mov bx, 0x0701
        call_video 0x1013
        mov bx, 0
        call_video 0x101A
        case "mask"
        mov bx, 0x000F
        call_video 0x1018
        mov bx, 0
        call_video 0x1019
        case "CGA palette"
        set_mode 0x0004
        mov bx, 0x0100
        call_video 0x0B00
        mov bx, 1
        call_video 0x1007
        mov bx, 0x0009
        call_video 0x0B00
        mov bx, 3
        call_video 0x1007
        call_video 0x1008
        case "grey mode set"
        mov bx, 0x0033
        call_video 0x1200
        set_mode 0x0013
        mov bx, 40
        call_video 0x1015
        mov ax, 0x1201
        mov bx, 0x0033
        int 0x10
        case "palette kept"
        mov bx, 0x0031
        call_video 0x1201
        set_mode 0x0003
        mov bx, 40
        call_video 0x1015
        mov bx, 7
        call_video 0x1007
        mov ax, 0x1200
        mov bx, 0x0031
        int 0x10
        ret

alternate:
        set_mode 0x0003
        call clear_registers
        case "adapter"
        mov bx, 0x0010
        call_video 0x1200
        case "screen off, on"
        mov bx, 0x0036
        call_video 0x1201
        mov dx, 0x3C4
        mov al, 1
        out dx, al
        inc dx
        in al, dx
        call print_byte
        call_video 0x1200
        mov dx, 0x3C5
        in al, dx
        call print_byte
        case "addressing"
        mov bx, 0x0032
        call_video 0x1201
        mov dx, 0x3CC
        call_video 0x1200
        in al, dx
        call print_byte
        case "raw cursor"
        mov bx, 0x0034
        call_video 0x1201
        mov cx, 0x0407
        call_video 0x0100
        call print_geometry
        mov bx, 0x0034
        call_video 0x1200
        case "emulated cursors"
        mov si, .shapes
.shape:
        lodsw
        cmp ax, 0xFFFF
        je .done
        push si
        mov cx, ax
        call_video 0x0100
        mov dx, 0x03D4
        mov al, 0x0A
        out dx, al
        inc dx
        in al, dx
        call print_byte
        dec dx
        mov al, 0x0B
        out dx, al
        inc dx
        in al, dx
        call print_byte
        pop si
        jmp .shape
.done:
        case "no such function"
        call clear_registers
        call_video 0x4F00
        call_video 0x1235
        ret
.shapes:
        dw 0x0607, 0x0007, 0x0407, 0x0B0C, 0x0D0E, 0x2000, 0x0001, 0x0703, 0x0F0F, 0xFFFF

information:
        case "displays"
        call clear_registers
        call_video 0x1A00
        mov bx, 0x0107
        call_video 0x1A01
        call_video 0x1A00
        mov bx, 0x0008
        call_video 0x1A01
        call_video 0x1A00
        mov si, .modes
.mode:
        lodsb
        cmp al, 0xFF
        je .done
        push si
        push ax
        case "functionality"
        pop ax
        mov ah, 0
        int 0x10
        xor bx, bx
        mov di, BUFFER
        call_video 0x1B00
        mov si, BUFFER + 4
        mov cx, 60
        call print_bytes
        pop si
        jmp .mode
.done:
        case "static functionality"
        push ds
        lds si, [BUFFER]
        mov cx, 16
        call print_bytes
        pop ds
        case "mode with bit 7"
        set_mode 0x0093
        call_video 0x0F00
        ret
.modes: db 0x03, 0x07, 0x04, 0x10, 0x12, 0x13, 0xFF

; A state saved in mode 13h, destroyed by mode 3, restored and saved again is the same; so are the
; parts by themselves.
states:
        call clear_registers
        case "state sizes"
        mov cx, 8
.size:
        push cx
        dec cx
        mov bx, 0xAAAA
        call_video 0x1C00
        pop cx
        loop .size
        set_mode 0x0013
        case "save, restore, save"
        mov bx, 0x0021
        mov dx, 0x0102
        mov cx, 0x0304
        call_video 0x1010
        mov ax, STATE
        mov es, ax
        mov cx, 7
        xor bx, bx
        call_video 0x1C01
        set_mode 0x0003
        mov cx, 7
        xor bx, bx
        call_video 0x1C02
        mov cx, 7
        mov bx, 0x1000
        call_video 0x1C01
        mov ax, STATE
        mov es, ax
        push ds
        mov ds, ax
        xor si, si
        mov di, 0x1000
        mov cx, 16 * 64
        repe cmpsb
        pop ds
        mov ax, cx                      ; 0 and equal: the same
        lahf
        and ah, 0x40
        call print_word
        xor ax, ax
        mov es, ax
        ret

strings:
        set_mode 0x0003
        call clear_registers
        case "string with cursor"
        mov bp, .text
        mov bx, 0x001E
        mov cx, 5
        mov dx, 0x0A4D
        call_video 0x1301
        mov bx, 0
        call_video 0x0300
        case "string with attributes, at the end"
        mov bp, .pairs
        mov bx, 0
        mov cx, 2
        mov dx, 0x184F
        call_video 0x1303
        mov bx, 0
        call_video 0x0300
        case "string on a hidden page"
        mov bp, .text
        mov bx, 0x0107
        mov cx, 7
        mov dx, 0x0304
        call_video 0x1300
        mov bx, 0x0100
        call_video 0x0300
        case "page"
        call_video 0x0501
        mov bx, 0x0100
        mov dx, 0x0305
        call_video 0x0200
        call_video 0x0800
        call print_geometry
        mov si, 0x044E
        mov cx, 2
        call print_bytes
        case "teletype wraps and scrolls"
        set_mode 0x0003
        mov dx, 0x184E
        mov bx, 0
        mov ax, 0x0200
        int 0x10
        mov si, .text
        mov cx, 5
.character:
        lodsb
        mov ah, 0x0E
        int 0x10
        loop .character
        mov bx, 0
        call_video 0x0300
        mov ax, 0xB800
        mov es, ax
        xor si, si
        mov cx, 4000
        call checksum
        call print_word
        xor ax, ax
        mov es, ax
        ret
.text:  db "Hello", 13, 10
.pairs: db "X", 0x1E, "Y", 0x2D

; Save pointer tables of our own: a font and a palette area in memory.
overrides:
        set_mode 0x0003
        case "overrides"
        mov ax, [0x04A8]
        push ax
        mov ax, [0x04AA]
        push ax
        push ds
        lds si, [0x04A8]
        mov di, BUFFER
        mov cx, 28
        rep movsb
        pop ds
        mov word [BUFFER + 4], BUFFER + 64
        mov word [BUFFER + 8], .text_font
        mov word [BUFFER + 12], .graphics_font
        mov word [0x04A8], BUFFER
        mov word [0x04AA], 0
        set_mode 0x0003
        call print_geometry
        mov si, BUFFER + 64
        mov cx, 17
        call print_bytes
        mov bx, 0x41 * 32
        call print_shape
        mov bx, 0x3F03
        mov ax, 0x1000
        int 0x10
        mov si, BUFFER + 64
        mov cx, 17
        call print_bytes
        set_mode 0x0012
        mov bx, 0x0100
        call_video 0x1130
        mov ax, es
        call print_word
        xor ax, ax
        mov es, ax
        xor bx, bx
        mov di, BUFFER + 128
        call_video 0x1B00
        mov al, [BUFFER + 128 + 0x32]
        call print_byte
        pop ax
        mov [0x04AA], ax
        pop ax
        mov [0x04A8], ax
        set_mode 0x0003
        call print_geometry
        ret
.text_font:
        db 10, 0                        ; height, block
        dw 1, 0x41                      ; count, first
        dw user_shape, 0
        db 0xFF, 0x03, 0xFF             ; rows, modes
.graphics_font:
        db 60                           ; rows
        dw 8
        dw user_shape, 0
        db 0x12, 0xFF

        guest_end
