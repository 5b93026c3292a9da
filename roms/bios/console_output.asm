; The serial console's output: characters as UTF-8, and where the terminal's cursor is.

; ---------------------------------------------------------------- output
; ES = EBDA, DS = BDA, DX = row and column on the screen.

; DX = the cursor of the page shown.
console_bios_cursor:
        push    bx
        mov     bl, [BDA_PAGE]
        and     bx, 0007h
        shl     bx, 1
        mov     dx, [BDA_CURSOR + bx]
        pop     bx
        ret

; AL = last text row.
console_last_row:
        mov     al, [BDA_ROWS]
        test    al, al
        jnz     .done
        mov     al, 24
.done:  ret

console_clear:
        mov     si, text_clear
        call    console_text
        mov     word [es:EBDA_SER_ROW], 0
        ret

; A character as teletype output at DX; DX follows. Keeps BX, CX, SI.
console_teletype:
        cmp     al, 07h
        je      .plain
        cmp     al, 08h
        je      .backspace
        cmp     al, 0Ah
        je      .line_feed
        cmp     al, 0Dh
        je      .return
        call    console_glyph
        inc     dl
        cmp     dl, [BDA_COLUMNS]
        jb      .done
        mov     dl, 0
        jmp     short .down
.plain: jmp     console_byte
.backspace:
        test    dl, dl
        jz      .done
        call    .here
        call    console_byte
        dec     dl
        dec     byte [es:EBDA_SER_COL]
.done:  ret
.return:
        call    .here
        mov     dl, 0
        mov     [es:EBDA_SER_COL], dl
        jmp     console_byte
.line_feed:
        call    .here
        call    console_byte
        call    .down
        mov     [es:EBDA_SER_ROW], dh
        ret
.down:
        call    console_last_row
        cmp     dh, al
        jae     .done
        inc     dh
        ret
.here:
        push    bx
        mov     bl, 0
        call    console_goto
        pop     bx
        ret

; The picture AL at DX, as UTF-8. Keeps everything.
console_glyph:
        push    ax
        push    bx
        mov     bl, 1
        call    console_goto
        inc     byte [es:EBDA_SER_COL]
        xor     ah, ah
        mov     bx, ax
        cmp     al, 20h
        jb      .low
        cmp     al, 7Fh
        jb      .ascii
        mov     ax, 2302h               ; 7Fh is a house
        je      .encode
        shl     bx, 1
        mov     ax, [cs:codepage_high + bx - 100h]
        jmp     short .encode
.low:
        shl     bx, 1
        mov     ax, [cs:codepage_low + bx]
.encode:
        cmp     ax, 0080h
        jb      .ascii
        push    cx
        mov     bx, ax
        mov     cl, 6
        cmp     ax, 0800h
        jb      .two
        mov     cl, 12
        shr     ax, cl
        or      al, 0E0h
        call    console_byte
        mov     ax, bx
        mov     cl, 6
        shr     ax, cl
        and     al, 3Fh
        or      al, 80h
        jmp     short .second
.two:
        shr     ax, cl
        or      al, 0C0h
.second:
        call    console_byte
        mov     al, bl
        and     al, 3Fh
        or      al, 80h
        pop     cx
.ascii:
        call    console_byte
        pop     bx
        pop     ax
        ret

; Bring the terminal's cursor to DX. BL = 1: a picture follows, so the terminal wraps by itself.
; Keeps everything.
console_goto:
        push    ax
        push    cx
        push    si
        mov     ch, [es:EBDA_SER_ROW]
        mov     cl, [es:EBDA_SER_COL]
        cmp     cx, dx
        je      .done
        test    dl, dl
        jnz     .absolute
        mov     ah, dh
        sub     ah, ch                  ; rows down
        cmp     cl, [BDA_COLUMNS]
        jb      .no_wrap
        call    console_last_row
        cmp     dh, al
        jne     .not_bottom
        cmp     ch, dh
        jne     .not_bottom
        inc     ah                      ; it wrapped on the last row: the screen scrolled
.not_bottom:
        cmp     ah, 1
        jne     .no_wrap
        test    bl, bl
        jnz     .moved                  ; the terminal wraps when the picture comes
.no_wrap:
        cmp     ah, 4
        ja      .absolute
        mov     al, 0Dh
        call    console_byte
        mov     cl, ah
        xor     ch, ch
        jcxz    .moved
        mov     al, 0Ah
.lines:
        call    console_byte
        loop    .lines
        jmp     short .moved
.absolute:
        cmp     ch, dh
        jne     .address
        dec     cx
        cmp     cl, dl
        jne     .address
        mov     al, 08h
        call    console_byte
        jmp     short .moved
.address:
        mov     si, text_csi
        call    console_text
        mov     al, dh
        inc     al
        call    console_number
        mov     al, ';'
        call    console_byte
        mov     al, dl
        inc     al
        call    console_number
        mov     al, 'H'
        call    console_byte
.moved:
        mov     [es:EBDA_SER_ROW], dh
        mov     [es:EBDA_SER_COL], dl
.done:
        pop     si
        pop     cx
        pop     ax
        ret

; AL in decimal. Destroys AX.
console_number:
        xor     ah, ah
        push    bx
        mov     bl, 10
        div     bl
        mov     bh, ah
        test    al, al
        jz      .last
        cmp     al, 10
        jb      .tens
        xor     ah, ah
        div     bl
        push    ax
        add     al, '0'
        call    console_byte
        pop     ax
        mov     al, ah
.tens:
        add     al, '0'
        call    console_byte
.last:
        mov     al, bh
        add     al, '0'
        call    console_byte
        pop     bx
        ret

; The string CS:SI. Keeps everything but SI.
console_text:
        push    ax
.next:
        cs      lodsb
        test    al, al
        jz      .done
        call    console_byte
        jmp     .next
.done:
        pop     ax
        ret

; Send AL. Keeps everything.
console_byte:
        push    ax
        push    cx
        push    dx
        push    ax
        call    console_check
        pop     ax
        jc      .done
        mov     ah, al
        add     dx, 5
        xor     cx, cx
.wait:
        in      al, dx
        test    al, 20h
        loopz   .wait
        jz      .done                   ; a dead transmitter: drop it
        sub     dx, 5
        mov     al, ah
        out     dx, al
.done:
        pop     dx
        pop     cx
        pop     ax
        ret
