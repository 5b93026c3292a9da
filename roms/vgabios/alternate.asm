; INT 10h AH=12h: alternate select. BL = subfunction. Those that choose something answer AL = 12h.

alternate_select:
        cmp bl, 0x10
        je ega_information
        cmp bl, 0x20
        je select_print_screen
        sub bl, 0x30
        cmp bl, (.functions_end - .functions) / 2
        jae .none
        xor bh, bh
        shl bx, 1
        jmp [cs:.functions + bx]
.none:
        ret
.functions:
        dw select_scan_lines            ; 30
        dw select_palette_loading       ; 31
        dw select_video_addressing      ; 32
        dw select_grey_summing          ; 33
        dw select_cursor_emulation      ; 34
        dw .none                        ; 35: there is no second display to switch to
        dw select_screen                ; 36
.functions_end:

; BL=10h: BH = 0 colour, 1 monochrome; BL = 3: 256 KiB; CH = feature bits; CL = switches.
ega_information:
        xor bh, bh
        cmp word [CRTC_PORT], 0x3B4
        jne .colour
        inc bh
.colour:
        mov bl, 3
        mov [bp + FRAME_BX], bx
        mov al, [VIDEO_SWITCHES]
        mov ah, al
        and al, 0x0F
        mov cl, 4
        shr ah, cl
        mov [bp + FRAME_CX], ax
        ret

; BL=20h: INT 05h prints as many rows as the screen has.
select_print_screen:
        xor ax, ax
        mov es, ax
        cli
        mov word [es:VECTOR_PRINT_SCREEN], print_screen
        mov [es:VECTOR_PRINT_SCREEN + 2], cs
        sti
        ret

; BL=30h: AL = 0, 1, 2: text modes set from now on have 200, 350, 400 lines.
select_scan_lines:
        cmp al, 2
        ja alternate_select.none
        mov ah, MODE_SET_200_LINES
        mov cl, 0x08                    ; switches of an EGA on a 200-line display
        jb .lower
        mov ah, MODE_SET_400_LINES
        mov cl, 0x09
        jmp .select
.lower:
        or al, al
        jz .select
        xor ah, ah
        mov cl, 0x09
.select:
        mov al, [MODE_SET_CONTROL]
        and al, ~(MODE_SET_200_LINES | MODE_SET_400_LINES) & 0xFF
        or al, ah
        mov [MODE_SET_CONTROL], al
        mov al, [VIDEO_SWITCHES]
        and al, 0xF0
        or al, cl
        mov [VIDEO_SWITCHES], al

alternate_done:
        mov byte [bp + FRAME_AL], 0x12
        ret

; BL=31h: AL = 0: mode sets load the default palette; 1: they leave it.
select_palette_loading:
        mov ah, MODE_SET_KEEP_PALETTE
        jmp select_mode_set_bit

; BL=33h: AL = 0: colours are summed to greys; 1: they are not.
select_grey_summing:
        mov ah, MODE_SET_GREY
        xor al, 1

; Bit AH of MODE_SET_CONTROL = bit 0 of AL.
select_mode_set_bit:
        test al, 1
        mov al, [MODE_SET_CONTROL]
        jnz .set
        not ah
        and al, ah
        jmp .store
.set:
        or al, ah
.store:
        mov [MODE_SET_CONTROL], al
        jmp alternate_done

; BL=32h: AL = 0: video memory and ports answer; 1: they do not.
select_video_addressing:
        mov ah, al
        and ah, 1
        xor ah, 1
        mov dx, VGA_ENABLE
        or ah, ah
        jz .memory
        mov al, ah
        out dx, al                      ; ports first when they come back
.memory:
        mov dx, MISC_READ
        in al, dx
        and al, 0xFD
        shl ah, 1
        or al, ah
        mov dx, MISC_WRITE
        out dx, al
        shr ah, 1
        mov dx, VGA_ENABLE
        mov al, ah
        out dx, al
        jmp alternate_done

; BL=34h: AL = 0: cursor shapes are emulated; 1: they are taken as they come.
select_cursor_emulation:
        and byte [VIDEO_CONTROL], ~CONTROL_RAW_CURSOR & 0xFF
        test al, 1
        jz alternate_done
        or byte [VIDEO_CONTROL], CONTROL_RAW_CURSOR
        jmp alternate_done

; BL=36h: AL = 0: the screen shows; 1: it is dark.
select_screen:
        mov bl, al
        mov dx, SEQUENCER
        mov al, 1
        out dx, al
        inc dx
        in al, dx
        and al, 0xDF
        test bl, 1
        jz .write
        or al, 0x20
.write:
        out dx, al
        jmp alternate_done
