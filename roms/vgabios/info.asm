; INT 10h AH=1Ah and 1Bh: what is there and what it can do.

; AH=1Ah: AL = 0: BL = active display, BH = the other one; AL = 1: set them. AL = 1Ah is the answer.
display_combination:
        cmp al, 1
        ja .none
        jb .read
        xchg bl, bh                     ; the order of the table
        call find_combination
        jc .set_none
        mov [DISPLAY_INDEX], al
        jmp .done
.set_none:
        mov byte [DISPLAY_INDEX], 0xFF
        jmp .done
.read:
        call read_combination
        mov [bp + FRAME_BX], bx
.done:
        mov byte [bp + FRAME_AL], 0x1A
.none:
        ret

; ES:DI = the display combination table, CX = its entries; carry: there is none.
open_combinations:
        les di, [SAVE_POINTER]
        les di, [es:di + 16]
        mov ax, es
        or ax, di
        jz .missing
        les di, [es:di + 2]
        mov ax, es
        or ax, di
        jz .missing
        mov cl, [es:di]
        xor ch, ch
        add di, 4
        clc
        ret
.missing:
        stc
        ret

; AL = the index of the displays BL and BH, in either order; carry: no such combination.
find_combination:
        call open_combinations
        jc .none
        jcxz .none
        xor al, al
.next:
        cmp bx, [es:di]
        je .found
        xchg bl, bh
        cmp bx, [es:di]
        je .found
        inc di
        inc di
        inc ax
        loop .next
.none:
        stc
        ret
.found:
        clc
        ret

; BL = active display, BH = the other one, 0: none, FFh: unknown.
read_combination:
        mov bx, 0xFFFF
        call open_combinations
        jc .done
        mov al, [DISPLAY_INDEX]
        xor ah, ah
        cmp ax, cx
        jae .done
        shl ax, 1
        add di, ax
        mov bx, [es:di]
        xchg bl, bh                     ; a lone display stands second
        or bh, bh
        jz .done
        mov al, [EQUIPMENT]             ; of two, the active one has the kind of the current mode;
        and al, 0x30                    ; monochrome ones have odd numbers
        cmp al, 0x30
        mov al, 0
        jne .kind
        inc ax
.kind:
        xor al, bl
        test al, 1
        jz .done
        xchg bl, bh
.done:
        ret

; AH=1Bh, BX = 0: ES:DI = 64 bytes for the state of the BIOS. AL = 1Bh is the answer.
functionality:
        or bx, bx
        jnz .none
        mov ax, static_functionality    ; 00
        stosw
        mov ax, cs
        stosw
        mov si, VIDEO_MODE              ; 04..21: as the BIOS data area has them
        mov cx, CGA_COLOUR_SELECT + 1 - VIDEO_MODE
        rep movsb
        mov al, [LAST_ROW]              ; 22
        inc ax
        stosb
        mov ax, [CHARACTER_HEIGHT]      ; 23
        stosw
        push es
        push di
        call read_combination
        pop di
        pop es
        mov ax, bx                      ; 25
        stosw
        mov bl, [VIDEO_MODE]
        xor bh, bh
        cmp bl, MODE_COUNT
        jb .known
        mov bl, 3
.known:
        mov al, [cs:mode_colours + bx]  ; 27
        xor ah, ah
        or al, al
        jnz .colours
        inc ah                          ; 256
.colours:
        cmp al, 0xFF                    ; monochrome counts as none
        jne .store_colours
        xor ax, ax
.store_colours:
        stosw
        call page_count                 ; 29
        stosb
        call scan_line_code             ; 2A
        stosb
        mov dx, SEQUENCER
        mov al, 3
        out dx, al
        inc dx
        in al, dx
        call character_blocks           ; 2B, 2C
        stosw
        call miscellaneous_state        ; 2D
        stosb
        xor ax, ax                      ; 2E
        stosb
        stosb
        stosb
        mov al, 3                       ; 31: 256 KiB
        stosb
        call save_pointer_state         ; 32
        stosb
        mov cx, 13
        xor al, al
        rep stosb
        mov byte [bp + FRAME_AL], 0x1B
.none:
        ret

; AL = the pages of mode BX.
page_count:
        mov al, [cs:mode_pages + bx]
        cmp byte [cs:mode_kinds + bx], KIND_TEXT
        jne .done
        push dx
        mov ax, 0x8000                  ; text has 32 KiB, and eight cursors
        xor dx, dx
        mov cx, [PAGE_LENGTH]
        jcxz .eight
        div cx
        cmp ax, 8
        jbe .counted
.eight:
        mov ax, 8
.counted:
        pop dx
.done:
        ret

; AL = 0, 1, 2, 3 for 200, 350, 400, 480 scan lines in mode BX.
scan_line_code:
        mov al, 3
        cmp bl, 0x11
        je .done
        cmp bl, 0x12
        je .done
        mov al, 1
        cmp bl, 0x0F
        je .done
        cmp bl, 0x10
        je .done
        cmp byte [cs:mode_kinds + bx], KIND_TEXT
        mov al, 0
        jne .done
        push cx
        call text_scan_lines
        mov cl, 100
        div cl                          ; 2, 3, 4
        sub al, 2
        pop cx
.done:
        ret

; AL = the block of attribute bit 3 clear, AH = of bit 3 set, from sequencer register 3 in AL.
character_blocks:
        mov ah, al
        and al, 0x13                    ; clear: bits 4, 1, 0
        test al, 0x10
        jz .low
        xor al, 0x14
.low:
        shr ah, 1
        shr ah, 1
        and ah, 0x0B                    ; set: bits 5, 3, 2
        test ah, 0x08
        jz .done
        xor ah, 0x0C
.done:
        xchg al, ah                     ; the first of the two in the table is bit 3's
        ret

; AL = miscellaneous state: bit 0 all modes on all displays, 1 grey summing, 2 monochrome display,
; 3 default palette loading off, 4 cursor emulation, 5 blinking.
miscellaneous_state:
        mov al, [MODE_SET_CONTROL]
        and al, MODE_SET_GREY | MODE_SET_KEEP_PALETTE
        or al, 0x01
        mov ah, [EQUIPMENT]
        and ah, 0x30
        cmp ah, 0x30
        jne .colour
        or al, 0x04
.colour:
        test byte [VIDEO_CONTROL], CONTROL_RAW_CURSOR
        jnz .raw
        or al, 0x10
.raw:
        push ax
        mov bl, 0x10
        call read_palette
        mov bl, ah
        call end_palette
        pop ax
        test bl, 0x08
        jz .done
        or al, 0x20
.done:
        ret

; AL = which parts of the save pointer table are in use: bit 1 dynamic save area, 2 text font,
; 3 graphics font, 5 display combinations.
save_pointer_state:
        push es
        push di
        mov dx, 0x0200
        mov bx, 4
        les di, [SAVE_POINTER]
.next:
        mov ax, [es:di + bx]
        or ax, [es:di + bx + 2]
        jz .unused
        or dl, dh
.unused:
        shl dh, 1
        add bx, 4
        cmp bx, 16
        jb .next
        mov ax, [es:di + 16]
        or ax, [es:di + 18]
        jz .done
        or dl, 0x20
.done:
        mov al, dl
        pop di
        pop es
        ret

static_functionality:
        db 0xFF, 0xE0, 0x0F             ; modes 00..07, 0D..0F, 10..13
        db 0, 0, 0, 0
        db 0x07                         ; 200, 350, 400 scan lines in text
        db 2                            ; blocks shown at a time
        db 8                            ; blocks
        db 0xFF                         ; all modes on all displays, grey summing, fonts, palette
                                        ; loading, cursor emulation, EGA palette, DAC, its pages
        db 0x0E                         ; save/restore, blink control, display combination
        db 0, 0
        db 0x2E                         ; save pointer: dynamic area, both fonts, combinations
        db 0
