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

; AH=11h: AL = subfunction.
font_functions:
        cmp al, 0x30
        je font_information
        cmp al, 0x20
        jb .text
        cmp al, 0x24
        ja .none
        jmp graphics_font_functions
.text:
        mov ah, al
        and ah, 0x0F
        cmp ah, 4
        ja .none
        call kind_to_di
        cmp di, KIND_TEXT
        jne .none
        cmp ah, 3
        je .block
        push ax
        or ah, ah
        jz .user
        mov cl, 14                      ; 1
        cmp ah, 2
        jb .rom
        mov cl, 8                       ; 2
        je .rom
        mov cl, 16                      ; 4
.rom:
        mov bh, cl
        call rom_font
        mov ax, cs
        mov es, ax
        xor dx, dx
        mov cx, 256
        jmp .load
.user:
        mov si, [bp + FRAME_BP]
.load:
        push bx
        call load_shapes
        pop bx
        pop ax
        test al, 0x10
        jnz change_height
.none:
        ret

; AL=03h: BL = which blocks attribute bit 3 chooses between.
.block:
        mov ah, bl
        mov al, 3
        mov dx, SEQUENCER
        out dx, ax
        ret

; Text now has characters BH scan lines high: as many rows as fit the screen's scan lines.
change_height:
        or bh, bh
        jz .ignored
        cmp bh, 32
        ja .ignored
        mov cl, bh
        xor ch, ch                      ; CX = the new height
        mov [CHARACTER_HEIGHT], cx
        mov dx, [CRTC_PORT]
        mov al, 0x09
        out dx, al
        inc dx
        in al, dx
        and al, 0xE0
        mov ah, cl
        dec ah
        or al, ah
        out dx, al
        mov bl, al                      ; bit 7: every line is scanned twice
        dec dx
        cmp byte [VIDEO_MODE], 7
        jne .no_underline
        mov al, 0x14                    ; underline location: the last line
        out dx, ax
.no_underline:
        call text_scan_lines
        xor dx, dx
        div cx
        mov [LAST_ROW], al
        dec byte [LAST_ROW]
        push ax
        mul byte [COLUMNS]
        shl ax, 1
        add ax, 0xFF                    ; pages start at multiples of 256
        xor al, al
        mov [PAGE_LENGTH], ax
        pop ax
        mul cl
        or bl, bl
        jns .single
        shl ax, 1
.single:
        dec ax                          ; the last scan line shown: register 12h, two bits in 7
        mov bx, ax
        mov dx, [CRTC_PORT]
        mov ah, bl
        mov al, 0x12
        out dx, ax
        mov al, 0x07
        out dx, al
        inc dx
        in al, dx
        and al, ~0x42 & 0xFF
        test bh, 1
        jz .below_256
        or al, 0x02
.below_256:
        test bh, 2
        jz .below_512
        or al, 0x40
.below_512:
        out dx, al
        test byte [VIDEO_CONTROL], CONTROL_RAW_CURSOR
        jz .cursor
        mov al, cl                      ; an underline in the last lines but, if tall, one
        dec ax
        cmp al, 8
        jb .low
        dec ax
.low:
        mov ah, al
        dec ah
        mov [CURSOR_TYPE], ax
.cursor:
        jmp program_cursor_type
.ignored:
        ret

; AX = the scan lines of the current text mode.
text_scan_lines:
        mov ax, 400
        test byte [MODE_SET_CONTROL], MODE_SET_400_LINES
        jnz .done
        test byte [MODE_SET_CONTROL], MODE_SET_200_LINES
        jz .ega
        cmp byte [VIDEO_MODE], 7        ; monochrome text has no 200-line form
        je .done
        mov ax, 200
        ret
.ega:
        mov ax, 350
.done:
        ret

; AL=20h..24h: fonts of the graphics modes. BL = rows: 0: DL, 1: 14, 2: 25, 3: 43.
graphics_font_functions:
        mov si, [bp + FRAME_BP]
        cmp al, 0x20
        jne .full
        mov ax, es                      ; AL=20h: ES:BP = the upper half of 8x8
        push ds
        xor bx, bx
        mov ds, bx
        cli
        mov [VECTOR_UPPER_FONT], si
        mov [VECTOR_UPPER_FONT + 2], ax
        sti
        pop ds
        ret
.full:
        cmp al, 0x21
        je .place                       ; AL=21h: ES:BP = font, CX = its height
        mov cx, 14
        cmp al, 0x22
        je .rom
        mov cl, 8
        cmp al, 0x23
        je .rom
        mov cl, 16
.rom:
        call rom_font
        mov ax, cs
        mov es, ax
.place:
        mov ax, es
        push bx
        call set_graphics_font
        pop bx
        mov [CHARACTER_HEIGHT], cx
        and bx, 0x0003
        jz .rows
        mov dl, [cs:.row_counts - 1 + bx]
.rows:
        dec dl
        mov [LAST_ROW], dl
        ret
.row_counts:
        db 14, 25, 43

; AL=30h: ES:BP = the font BH asks for, CX = height of the current one, DL = last row.
font_information:
        mov al, [CHARACTER_HEIGHT]
        xor ah, ah
        mov [bp + FRAME_CX], ax
        mov al, [LAST_ROW]
        mov [bp + FRAME_DL], al
        cmp bh, 7
        ja .done
        mov bl, bh
        xor bh, bh
        shl bx, 1
        mov ax, [cs:.fonts + bx]
        mov cx, cs
        cmp bl, 4
        jae .rom
        xor dx, dx
        mov es, dx
        mov di, ax
        les ax, [es:di]
        mov cx, es
.rom:
        mov [bp + FRAME_BP], ax
        mov [bp + FRAME_ES], cx
.done:
        ret
.fonts:
        dw VECTOR_UPPER_FONT            ; 0, 1: vectors
        dw VECTOR_GRAPHICS_FONT
        dw font_8x14                    ; 2 on: ROM
        dw font_8x8
        dw font_8x8 + 128 * 8
        dw font_9x14
        dw font_8x16
        dw font_9x16

; Fonts a program has asked for through the save pointer table take the place of the ROM's when
; one of the modes they name is set. ES:SI is kept.

; The text font override: height, block, count (word), first character (word), far pointer to the
; shapes, rows (FFh: as many as fit), modes up to FFh.
override_text_font:
        push es
        push si
        les di, [SAVE_POINTER]
        les di, [es:di + 8]
        mov ax, es
        or ax, di
        jz .done
        mov bx, 11
        call override_applies
        jne .done
        push es
        push di
        mov bx, [es:di]
        xchg bl, bh                     ; BH = height, BL = block
        mov cx, [es:di + 2]
        mov dx, [es:di + 4]
        les si, [es:di + 6]
        push bx
        call load_shapes
        pop bx
        call change_height
        pop di
        pop es
        mov al, [es:di + 10]
        cmp al, 0xFF
        je .done
        dec ax
        mov [LAST_ROW], al
.done:
        pop si
        pop es
        ret

; The graphics font override: rows, height (word), far pointer to the shapes, modes up to FFh.
override_graphics_font:
        push es
        push si
        les di, [SAVE_POINTER]
        les di, [es:di + 12]
        mov ax, es
        or ax, di
        jz .done
        mov bx, 7
        call override_applies
        jne .done
        mov al, [es:di]
        dec ax
        mov [LAST_ROW], al
        mov ax, [es:di + 1]
        mov [CHARACTER_HEIGHT], ax
        les si, [es:di + 3]
        mov ax, es
        call set_graphics_font
.done:
        pop si
        pop es
        ret

; Zero flag: the current mode is in the list at ES:DI + BX. Keeps DI.
override_applies:
        mov al, [es:di + bx]
        inc bx
        cmp al, [VIDEO_MODE]
        je .done
        cmp al, 0xFF
        jne override_applies
        or al, al                       ; not zero
.done:
        ret
