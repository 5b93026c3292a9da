; INT 10h AH=00h: set a video mode. AL = mode, bit 7 set: keep what video memory holds.
; The mode's registers come from the video parameter table that the save pointer names.

set_mode:
        mov ah, al
        and al, 0x7F
        cmp al, MODE_COUNT
        jae .ignored
        mov bl, al
        xor bh, bh
        cmp byte [cs:mode_kinds + bx], KIND_NONE
        je .ignored

        and byte [VIDEO_CONTROL], ~(CONTROL_KEEP_MEMORY | CONTROL_MONOCHROME) & 0xFF
        and ah, CONTROL_KEEP_MEMORY
        or [VIDEO_CONTROL], ah
        mov [VIDEO_MODE], al
        call find_parameters            ; ES:SI
        call note_mode
        call program_registers
        call load_default_palette
        call video_kind
        cmp bl, KIND_TEXT
        jne .graphics
        call load_text_font
        call override_text_font
        jmp .clear
.graphics:
        call select_graphics_font
        call override_graphics_font
.clear:
        test byte [VIDEO_CONTROL], CONTROL_KEEP_MEMORY
        jnz .cleared
        call clear_memory
.cleared:
        call program_cursor_type
        xor ax, ax
        call show_page
        mov dx, [CRTC_PORT]             ; open the screen
        add dx, CRTC_TO_STATUS
        in al, dx
        mov dx, ATTRIBUTE
        mov al, 0x20
        out dx, al
        mov al, [es:si + PARAMETER_SEQUENCER]
        mov ah, al
        mov al, 1
        mov dx, SEQUENCER
        out dx, ax
.ignored:
        ret

; The kind of the current mode in BX, one of KIND_*. Modes set by other means count as text.
video_kind:
        mov bl, [VIDEO_MODE]
        and bx, 0x7F
        cmp bl, MODE_COUNT
        jae .text
        mov bl, [cs:mode_kinds + bx]
        cmp bl, KIND_NONE
        jne .done
.text:
        mov bl, KIND_TEXT
.done:
        ret

; ES:SI = the parameter table entry of mode AL with the scan lines chosen by INT 10h AH=12h.
find_parameters:
        push ax
        mov ah, [MODE_SET_CONTROL]
        cmp al, 3
        ja .not_colour_text
        test ah, MODE_SET_200_LINES
        jnz .found
        test ah, MODE_SET_400_LINES
        jnz .colour_400
        add al, 0x13
        jmp .found
.colour_400:
        shr al, 1
        add al, 0x17
        jmp .found
.not_colour_text:
        cmp al, 7
        jne .not_mode_7
        and ah, MODE_SET_200_LINES | MODE_SET_400_LINES
        jz .found
        mov al, 0x19
        jmp .found
.not_mode_7:
        cmp al, 0x0F
        jb .found
        cmp al, 0x11
        jae .vga_mode
        add al, 0x11 - 0x0F
        jmp .found
.vga_mode:
        add al, 0x1A - 0x11
.found:
        mov ah, PARAMETER_SIZE
        mul ah
        les si, [SAVE_POINTER]
        les si, [es:si]
        add si, ax
        pop ax
        ret

; Write down the mode of the parameters ES:SI in the BIOS data area.
note_mode:
        mov al, [es:si + PARAMETER_COLUMNS]
        xor ah, ah
        mov [COLUMNS], ax
        mov ax, [es:si + PARAMETER_PAGE_LENGTH]
        mov [PAGE_LENGTH], ax
        mov al, [es:si + PARAMETER_LAST_ROW]
        mov [LAST_ROW], al
        mov al, [es:si + PARAMETER_HEIGHT]
        xor ah, ah
        mov [CHARACTER_HEIGHT], ax

        xor bx, bx
        mov [ACTIVE_PAGE], bl
        mov [PAGE_START], bx
.home:
        mov word [CURSOR_POSITIONS + bx], 0
        inc bx
        inc bx
        cmp bl, 16
        jb .home

        mov ax, [es:si + PARAMETER_CURSOR]
        xchg al, ah
        test byte [VIDEO_CONTROL], CONTROL_RAW_CURSOR
        jnz .cursor
        cmp byte [VIDEO_MODE], 7        ; emulated, text keeps the lines of the CGA or MDA
        je .mono_cursor
        cmp byte [VIDEO_MODE], 3
        ja .cursor
        mov ax, 0x0607
        jmp .cursor
.mono_cursor:
        mov ax, 0x0B0C
.cursor:
        mov [CURSOR_TYPE], ax

        mov ax, 0x3D4
        mov cl, 0x20
        mov bl, [es:si + PARAMETER_MISC]
        test bl, 1
        jnz .colour
        mov ax, 0x3B4
        mov cl, 0x30
        or byte [VIDEO_CONTROL], CONTROL_MONOCHROME
.colour:
        mov [CRTC_PORT], ax
        mov al, [EQUIPMENT]
        and al, 0x30
        cmp cl, 0x30                    ; keep 40 or 80 columns where colour stays colour
        je .equip
        cmp al, 0x30
        jne .equipped
.equip:
        and byte [EQUIPMENT], 0xCF
        or [EQUIPMENT], cl
.equipped:
        mov bl, [VIDEO_MODE]
        cmp bl, 7
        ja .done
        xor bh, bh
        mov al, [cs:cga_mode_controls + bx]
        mov ah, 0x30
        cmp bl, 6
        jne .emulated
        mov ah, 0x3F
.emulated:
        mov [CGA_MODE_CONTROL], al
        mov [CGA_COLOUR_SELECT], ah
.done:
        ret

; Program sequencer, clock, CRTC, attribute and graphics controller from ES:SI; the screen stays
; dark until the mode is complete. Keeps SI.
program_registers:
        push si
        mov dx, SEQUENCER
        mov ax, 0x0100                  ; synchronous reset while the clock changes
        out dx, ax
        lea bx, [si + PARAMETER_SEQUENCER]
        mov al, 1
        mov ah, [es:bx]
        or ah, 0x20
        out dx, ax
.sequencer:
        inc ax
        inc bx
        mov ah, [es:bx]
        out dx, ax
        cmp al, 4
        jb .sequencer
        mov al, [es:si + PARAMETER_MISC]
        mov dx, MISC_WRITE
        out dx, al
        mov dx, SEQUENCER
        mov ax, 0x0300
        out dx, ax

        mov dx, [CRTC_PORT]
        mov ax, 0x0011                  ; lift the write protection of registers 0..7
        out dx, ax
        lea bx, [si + PARAMETER_CRTC]
        xor al, al
.crtc:
        mov ah, [es:bx]
        out dx, ax
        inc bx
        inc ax
        cmp al, 0x18
        jbe .crtc

        add dx, CRTC_TO_STATUS
        xor al, al
        out dx, al                      ; feature control
        in al, dx                       ; the next write to the attribute port is an index
        lea bx, [si + PARAMETER_ATTRIBUTE]
        mov dx, ATTRIBUTE
        xor ah, ah
        test byte [MODE_SET_CONTROL], MODE_SET_KEEP_PALETTE
        jz .attribute
        mov ah, 0x10
        add bx, 0x10
.attribute:
        cmp ah, 0x11                    ; overscan is part of the palette
        jne .write
        test byte [MODE_SET_CONTROL], MODE_SET_KEEP_PALETTE
        jnz .next
.write:
        mov al, ah
        out dx, al
        mov al, [es:bx]
        out dx, al
.next:
        inc bx
        inc ah
        cmp ah, 0x14
        jb .attribute
        mov al, 0x14                    ; colour select
        out dx, al
        xor al, al
        out dx, al
        call note_palette

        mov dx, GRAPHICS
        lea bx, [si + PARAMETER_GRAPHICS]
        xor al, al
.graphics:
        mov ah, [es:bx]
        out dx, ax
        inc bx
        inc ax
        cmp al, 8
        jbe .graphics
        pop si
        ret

; Give the mode's palette at ES:SI to the dynamic parameter save area, if there is one. Keeps SI.
note_palette:
        test byte [MODE_SET_CONTROL], MODE_SET_KEEP_PALETTE
        jnz .done
        push es
        mov bx, es
        call save_area
        jz .none
        push ds
        push si
        mov ds, bx
        add si, PARAMETER_ATTRIBUTE
        mov cx, 16
        rep movsb
        inc si                          ; overscan stands after mode control
        movsb
        pop si
        pop ds
.none:
        pop es
.done:
        ret

; Fill video memory with blanks or zeroes. Keeps ES:SI.
clear_memory:
        push es
        push di
        call video_kind
        mov ax, 0xB800
        cmp word [CRTC_PORT], 0x3B4
        jne .colour
        mov ah, 0xB0
.colour:
        mov cx, 0x4000
        cmp bl, KIND_TEXT
        je .text
        cmp bl, KIND_PLANAR
        jb .graphics
        mov ax, 0xA000
        mov cx, 0x8000
.graphics:
        mov es, ax
        xor ax, ax
        jmp .fill
.text:
        mov es, ax
        mov ax, 0x0720
.fill:
        xor di, di
        rep stosw
        pop di
        pop es
        ret

; INT 10h AH=0Fh: AL = mode (bit 7 as it was set), AH = columns, BH = active page.
read_mode:
        mov al, [VIDEO_CONTROL]
        and al, CONTROL_KEEP_MEMORY
        or al, [VIDEO_MODE]
        mov ah, [COLUMNS]
        mov [bp + FRAME_AX], ax
        mov al, [ACTIVE_PAGE]
        mov [bp + FRAME_BH], al
        ret
