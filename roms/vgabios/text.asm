; INT 10h AH=08h, 09h, 0Ah, 0Eh, 13h: characters, in text modes here, in graphics modes through
; glyphs.asm.

; ES:DI = the cell at the cursor of page BH, in the text modes. Keeps BX, CX; DX = the cursor.
text_cell:
        call cursor_of_page

; ES:DI = the cell at row DH, column DL of page BH. Keeps BX, CX, DX.
text_cell_at:
        push dx
        mov al, [COLUMNS]
        mul dh
        xor dh, dh
        add ax, dx
        shl ax, 1
        mov di, ax
        mov al, bh
        and ax, 7
        mul word [PAGE_LENGTH]
        add di, ax
        mov ax, 0xB800
        cmp word [CRTC_PORT], 0x3B4
        jne .colour
        mov ah, 0xB0
.colour:
        mov es, ax
        pop dx
        ret

; AH=08h: BH = page; returns AL = character, AH = attribute.
read_character:
        mov cx, bx
        call video_kind
        mov al, bl
        mov bx, cx
        cmp al, KIND_TEXT
        jne .graphics
        call text_cell
        mov ax, [es:di]
        mov [bp + FRAME_AX], ax
        ret
.graphics:
        jmp read_glyph

; AH=09h: AL = character, BH = page, BL = attribute, CX = times.
write_character_attribute:
        push bx
        call video_kind
        mov ah, bl
        pop bx
        cmp ah, KIND_TEXT
        jne write_in_graphics
        mov ah, bl
        push ax
        call text_cell
        pop ax
        rep stosw
        ret

; AH=0Ah: AL = character, BH = page, CX = times; the attributes stay. In graphics modes as AH=09h.
write_character:
        push bx
        call video_kind
        mov ah, bl
        pop bx
        cmp ah, KIND_TEXT
        jne write_in_graphics
        push ax
        call text_cell
        pop ax
        jcxz .done
.next:
        stosb
        inc di
        loop .next
.done:
        ret

write_in_graphics:
        call cursor_of_page
        jmp write_glyphs

; AH=0Eh: AL = character, BL = colour in graphics modes; on the active page.
teletype:
        mov bh, [ACTIVE_PAGE]

; Write AL on page BH as a teletype does: bell, backspace, line feed and carriage return act, a
; full line wraps, a full screen scrolls. BL = colour in graphics modes. Keeps BX.
teletype_on_page:
        call cursor_of_page
        cmp al, 0x0D
        ja .print
        je .carriage_return
        cmp al, 0x0A
        je .line_feed
        cmp al, 0x08
        je .backspace
        cmp al, 0x07
        jne .print
        push bx
        call beep
        pop bx
        ret
.carriage_return:
        xor dl, dl
        jmp move_cursor
.backspace:
        or dl, dl
        jz .done
        dec dl
        jmp move_cursor
.print:
        push bx
        push dx
        mov cx, 1
        call write_character
        pop dx
        pop bx
        inc dl
        cmp dl, [COLUMNS]
        jb .move
        xor dl, dl
.line_feed:
        cmp dh, [LAST_ROW]
        jae .scroll
        inc dh
.move:
        jmp move_cursor
.scroll:
        mov dh, [LAST_ROW]
        call move_cursor
        push bx
        mov cl, bh                      ; page
        push bx
        call video_kind
        mov al, bl
        pop bx
        mov ch, 0                       ; graphics modes scroll in background
        cmp al, KIND_TEXT
        jne .fill
        call text_cell_at
        mov ch, [es:di + 1]             ; text modes in the attribute of the new line's place
.fill:
        mov bh, ch
        mov ah, cl
        mov al, 1
        xor cx, cx
        mov dh, [LAST_ROW]
        mov dl, [COLUMNS]
        dec dl
        xor si, si
        call scroll_window
        pop bx
.done:
        ret

; AH=13h: ES:BP = string, CX = length, DX = first position, BH = page. AL bit 0: the cursor moves
; along; bit 1: the string holds pairs of character and attribute, else BL is the attribute.
write_string:
        cmp al, 3
        ja .done
        or cx, cx
        jz .done
        push dx
        call cursor_of_page
        mov di, dx                      ; where the cursor was
        pop dx
        push di
        push ax
        call move_cursor
        mov si, [bp + FRAME_BP]
        pop ax
.next:
        push ax
        push cx
        mov cl, al
        mov es, [bp + FRAME_ES]
        mov al, [es:si]
        inc si
        test cl, 2
        jz .control
        mov bl, [es:si]
        inc si
.control:
        cmp al, 0x0D                    ; control characters act, without an attribute
        je .teletype
        cmp al, 0x0A
        je .teletype
        cmp al, 0x08
        je .teletype
        cmp al, 0x07
        je .teletype
        push si
        push bx
        push ax
        mov cx, 1
        call write_character_attribute  ; sets the attribute that the teletype keeps
        pop ax
        pop bx
        call cursor_of_page
        inc dl
        cmp dl, [COLUMNS]
        jb .placed
        mov dl, [COLUMNS]
        dec dl
        call move_cursor
        xor dl, dl
        cmp dh, [LAST_ROW]
        jb .wrap
        mov al, 0x0D
        call teletype_on_page
        mov al, 0x0A
        call teletype_on_page
        jmp .written
.wrap:
        inc dh
.placed:
        call move_cursor
.written:
        pop si
        jmp .follow
.teletype:
        push si
        call teletype_on_page
        pop si
.follow:
        pop cx
        pop ax
        dec cx
        jnz .next
        pop dx
        test al, 1
        jnz .done
        call move_cursor
.done:
        ret

; A short tone of 880 Hz. The VGA's own retrace times it, so that it needs no interrupt; a screen
; that does not sweep ends it by count.
beep:
        in al, 0x61
        push ax
        or al, 0x03
        mov ah, al
        mov al, 0xB6                    ; 8254 channel 2, square wave
        out 0x43, al
        mov al, 1356 & 0xFF             ; 1193182 Hz / 880 Hz
        out 0x42, al
        mov al, 1356 >> 8
        out 0x42, al
        mov al, ah
        out 0x61, al
        mov bl, 10                      ; frames
        mov dx, [CRTC_PORT]
        add dx, CRTC_TO_STATUS
.frame:
        xor cx, cx
.retrace:
        in al, dx
        test al, 0x08
        loopnz .retrace
        xor cx, cx
.display:
        in al, dx
        test al, 0x08
        loopz .display
        dec bl
        jnz .frame
        pop ax
        out 0x61, al
        ret
