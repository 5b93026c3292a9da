; INT 10h AH=0Bh and AH=10h: attribute controller palette and DAC.

; AH=0Bh: BH = 0: BL bits 3..0 = background (graphics) and border colour, bit 4 = bright foreground;
; BH = 1: BL bit 0 = which three foreground colours the four-colour modes show.
set_colour_palette:
        mov al, [CGA_COLOUR_SELECT]
        or bh, bh
        jnz .foreground
        and al, 0xE0
        and bl, 0x1F
        or al, bl
        mov [CGA_COLOUR_SELECT], al
        mov ah, al                      ; colour IRGB becomes palette bits I.RGB
        and ah, 0x07
        test al, 0x08
        jz .dark
        or ah, 0x10
.dark:
        push ax
        call kind_to_di
        cmp di, KIND_TEXT
        je .border
        mov bl, 0
        call write_palette
.border:
        mov bl, 0x11
        call write_palette
        pop ax
        jmp .apply
.foreground:
        and al, 0xDF
        test bl, 1
        jz .selected
        or al, 0x20
.selected:
        mov [CGA_COLOUR_SELECT], al
.apply:
        call kind_to_di
        cmp di, KIND_CGA4
        jne .done
        mov ah, [CGA_COLOUR_SELECT]
        mov al, ah
        and ah, 0x10
        or ah, 0x02                     ; green, red, brown
        test al, 0x20
        jz .first
        inc ah                          ; cyan, magenta, white
.first:
        mov bl, 1
.next:
        call write_palette
        add ah, 2
        inc bl
        cmp bl, 3
        jbe .next
.done:
        jmp end_palette

; AH=10h: AL = subfunction.
palette_functions:
        cmp al, (.functions_end - .functions) / 2
        jae .none
        mov di, ax
        and di, 0x00FF
        shl di, 1
        jmp [cs:.functions + di]
.none:
        ret
.functions:
        dw palette_write                ; 00
        dw palette_write_overscan       ; 01
        dw palette_write_all            ; 02
        dw palette_blink                ; 03
        dw .none                        ; 04
        dw .none                        ; 05
        dw .none                        ; 06
        dw palette_read                 ; 07
        dw palette_read_overscan        ; 08
        dw palette_read_all             ; 09
        dw .none                        ; 0A
        dw .none                        ; 0B
        dw .none                        ; 0C
        dw .none                        ; 0D
        dw .none                        ; 0E
        dw .none                        ; 0F
        dw dac_write_one                ; 10
        dw .none                        ; 11
        dw dac_write_block              ; 12
        dw dac_select_page              ; 13
        dw .none                        ; 14
        dw dac_read_one                 ; 15
        dw .none                        ; 16
        dw dac_read_block               ; 17
        dw dac_write_mask               ; 18
        dw dac_read_mask                ; 19
        dw dac_read_page                ; 1A
        dw dac_sum_block                ; 1B
.functions_end:

; AL=00h: palette register BL = BH.
palette_write:
        cmp bl, 0x14
        ja palette_functions.none
        mov ah, bh
        call write_palette
        jmp end_palette

; AL=01h: overscan = BH.
palette_write_overscan:
        mov bl, 0x11
        jmp palette_write

; AL=02h: the sixteen palette registers and the overscan from ES:DX.
palette_write_all:
        mov si, dx
        xor bl, bl
.next:
        mov ah, [es:si]
        inc si
        cmp bl, 0x10
        jne .write
        inc bl                          ; the seventeenth is overscan, register 11h
.write:
        call write_palette
        inc bl
        cmp bl, 0x11
        jbe .next
        jmp end_palette

; AL=03h: BL = 1: attribute bit 7 blinks; 0: it is the background's intensity.
palette_blink:
        mov bh, bl
        mov bl, 0x10
        call read_palette
        and ah, ~0x08 & 0xFF
        test bh, 1
        jz .intensity
        or ah, 0x08
.intensity:
        call write_palette
        and byte [CGA_MODE_CONTROL], ~0x20 & 0xFF
        test bh, 1
        jz .done
        or byte [CGA_MODE_CONTROL], 0x20
.done:
        jmp end_palette

; AL=07h: BH = palette register BL.
palette_read:
        cmp bl, 0x14
        ja palette_functions.none
        call read_palette
        mov [bp + FRAME_BH], ah
        jmp end_palette

; AL=08h: BH = overscan.
palette_read_overscan:
        mov bl, 0x11
        jmp palette_read

; AL=09h: the sixteen palette registers and the overscan to ES:DX.
palette_read_all:
        mov di, dx
        xor bl, bl
.next:
        cmp bl, 0x10
        jne .read
        inc bl
.read:
        call read_palette
        mov al, ah
        stosb
        inc bl
        cmp bl, 0x11
        jbe .next

; Let the palette address the screen again: every use of the attribute controller ends here.
end_palette:
        call attribute_index
        mov al, 0x20
        out dx, al
        ret

; Make the next write to the attribute controller an index; DX = its port. Keeps AH.
attribute_index:
        mov dx, [CRTC_PORT]
        add dx, CRTC_TO_STATUS
        in al, dx
        mov dx, ATTRIBUTE
        ret

; Attribute register BL = AH, also in the dynamic parameter save area if there is one.
; Keeps AH, BX, CX, SI, DI, ES.
write_palette:
        call attribute_index
        mov al, bl
        out dx, al
        mov al, ah
        out dx, al
        cmp bl, 0x10
        je .done
        cmp bl, 0x11
        ja .done
        push es
        push di
        call save_area
        jz .unsaved
        mov al, bl
        cmp al, 0x11
        jb .place
        dec al                          ; overscan follows the sixteen
.place:
        push ax
        xor ah, ah
        add di, ax
        pop ax
        mov [es:di], ah
.unsaved:
        pop di
        pop es
.done:
        ret

; ES:DI = the dynamic parameter save area; zero flag: there is none. Keeps all but AL.
save_area:
        les di, [SAVE_POINTER]
        les di, [es:di + 4]
        push ax
        mov ax, es
        or ax, di
        pop ax
        ret

; AH = attribute register BL. Keeps BX, CX, SI, DI.
read_palette:
        call attribute_index
        mov al, bl
        out dx, al
        inc dx
        in al, dx
        mov ah, al
        ret

; AL=10h: DAC register BX = DH red, CH green, CL blue.
dac_write_one:
        jmp write_dac

; AL=12h: CX DAC registers from BX on from ES:DX, three bytes each.
dac_write_block:
        jcxz .done
        mov si, dx
.next:
        push cx
        mov dh, [es:si]
        mov ch, [es:si + 1]
        mov cl, [es:si + 2]
        add si, 3
        call write_dac
        inc bl
        pop cx
        loop .next
.done:
        ret

; AL=13h: BL = 0: BH = 0: four pages of 64 colours, 1: sixteen of 16; BL = 1: page BH.
dac_select_page:
        cmp bl, 1
        ja .none
        je .page
        mov bl, 0x10
        call read_palette
        and ah, 0x7F
        test bh, 1
        jz .mode
        or ah, 0x80
.mode:
        call write_palette
        jmp end_palette
.page:
        mov bl, 0x10
        call read_palette
        or ah, ah
        mov ah, bh
        js .sixteen
        and ah, 0x03
        shl ah, 1
        shl ah, 1
.sixteen:
        and ah, 0x0F
        mov bl, 0x14
        call write_palette
        jmp end_palette
.none:
        ret

; AL=15h: DH, CH, CL = DAC register BX.
dac_read_one:
        call read_dac
        mov [bp + FRAME_DH], dh
        mov [bp + FRAME_CX], cx
        ret

; AL=17h: CX DAC registers from BX on to ES:DX.
dac_read_block:
        jcxz .done
        mov di, dx
.next:
        push cx
        call read_dac
        mov al, dh
        stosb
        mov al, ch
        stosb
        mov al, cl
        stosb
        inc bl
        pop cx
        loop .next
.done:
        ret

; AL=18h: DAC mask = BL.
dac_write_mask:
        mov dx, DAC_MASK
        mov al, bl
        out dx, al
        ret

; AL=19h: BL = DAC mask.
dac_read_mask:
        mov dx, DAC_MASK
        in al, dx
        mov [bp + FRAME_BL], al
        ret

; AL=1Ah: BL = paging mode, BH = page, as AL=13h sets them.
dac_read_page:
        mov bl, 0x10
        call read_palette
        mov bh, ah
        mov bl, 0x14
        call read_palette
        mov cl, 7
        shr bh, cl                      ; 1: sixteen pages
        mov al, ah
        jnz .sixteen
        shr al, 1
        shr al, 1
.sixteen:
        mov [bp + FRAME_BL], bh
        mov [bp + FRAME_BH], al
        jmp end_palette

; AL=1Bh: CX DAC registers from BX on become greys of equal brightness.
dac_sum_block:
        jcxz .done
        mov al, [MODE_SET_CONTROL]
        push ax
        or byte [MODE_SET_CONTROL], MODE_SET_GREY
.next:
        push cx
        call read_dac
        call write_dac
        inc bl
        pop cx
        loop .next
        pop ax
        mov [MODE_SET_CONTROL], al
.done:
        ret
