; The serial console: with CMOS 5Fh bit 0 set, COM1 mirrors the text that goes through INT 10h and feeds
; the keyboard buffer, until a program uses the port itself.
;
; Text goes out as UTF-8 for a VT100-like terminal. The terminal's cursor is followed; it is moved only when
; the next character would come out in the wrong place, so that plain output stays plain lines.

CONSOLE_LCR     equ     03h             ; 8N1
CONSOLE_MCR     equ     03h             ; DTR, RTS
CONSOLE_DIVISOR equ     1               ; 115200

; Input states
INPUT_PLAIN     equ     0
INPUT_ESCAPE    equ     1               ; after ESC
INPUT_BRACKET   equ     2               ; after ESC [
INPUT_SS3       equ     3               ; after ESC O
INPUT_UTF8_1    equ     4               ; one continuation byte to come
INPUT_UTF8_2    equ     5               ; two
INPUT_MODIFIER  equ     6               ; after ESC [ number ;

; ---------------------------------------------------------------- start and end
; POST: hook INT 10h when the console is asked for. DS = BDA.
console_start:
        mov     al, 5Fh
        call    cmos_read
        test    al, 01h
        jz      .done
        mov     dx, [BDA_COM]
        test    dx, dx
        jz      .done
        mov     bx, CONSOLE_DIVISOR
        mov     al, CONSOLE_LCR
        call    int14.program           ; DX = port again
        inc     dx
        inc     dx
        mov     al, 07h                 ; FIFOs on and empty
        out     dx, al
        inc     dx
        inc     dx
        mov     al, CONSOLE_MCR
        out     dx, al
        mov     es, [BDA_EBDA]
        call    console_bios_cursor
        mov     [es:EBDA_SER_ROW], dh
        mov     [es:EBDA_SER_COL], dl
        xor     ax, ax
        mov     ds, ax
        cli
        mov     ax, console_int10
        xchg    ax, [10h * 4]
        mov     [es:EBDA_VIDEO_CALL], ax
        mov     ax, BIOS_SEG
        xchg    ax, [10h * 4 + 2]
        mov     [es:EBDA_VIDEO_CALL + 2], ax
        sti
        mov     byte [es:EBDA_SER_ACTIVE], 1
        LOAD_DS BDA_SEG, ax
.done:  ret

; INT 14h sets divisor BX and line control AL. Out: CF when the port is the console, and the parameters
; were only remembered. BP = INT 14h frame, DS = BDA. Keeps all registers.
console_remember:
        push    es
        mov     es, [BDA_EBDA]
        cmp     word [bp + F_DX], 0
        jne     .no
        cmp     byte [es:EBDA_SER_ACTIVE], 0
        je      .no
        mov     [es:EBDA_SER_DIVISOR], bx
        mov     [es:EBDA_SER_LCR], al
        stc
        jmp     short .done
.no:    clc
.done:  pop     es
        ret

; A program uses a port through INT 14h: COM1 is no console any more. DX = port, BP = INT 14h frame, DS = BDA.
; Keeps all registers.
console_release:
        push    es
        mov     es, [BDA_EBDA]
        cmp     word [bp + F_DX], 0
        jne     .done
        cmp     byte [es:EBDA_SER_ACTIVE], 0
        je      .done
        mov     byte [es:EBDA_SER_ACTIVE], 0
        cmp     word [es:EBDA_SER_DIVISOR], 0
        je      .done
        push    ax
        push    bx
        push    cx
        add     dx, 5                   ; let the last character out before the rate changes
        xor     cx, cx
.drain:
        in      al, dx
        test    al, 40h
        loopz   .drain
        sub     dx, 5
        mov     bx, [es:EBDA_SER_DIVISOR]
        mov     al, [es:EBDA_SER_LCR]
        call    int14.program
        pop     cx
        pop     bx
        pop     ax
.done:  pop     es
        ret

; Is COM1's control as we left it? The divisor is left alone, so that a program that only polls for a key
; writes to no port. Out: DX = port; CF when the console is over. ES = EBDA, DS = BDA. Destroys AX.
console_check_control:
        cmp     byte [es:EBDA_SER_ACTIVE], 0
        je      .over
        mov     dx, [BDA_COM]
        add     dx, 3
        in      al, dx
        cmp     al, CONSOLE_LCR
        jne     .taken
        inc     dx
        in      al, dx
        and     al, 1Fh
        cmp     al, CONSOLE_MCR
        jne     .taken
        sub     dx, 3
        in      al, dx                  ; interrupt enables
        dec     dx
        test    al, al
        jnz     .taken
        clc
        ret
.taken:
        mov     byte [es:EBDA_SER_ACTIVE], 0
.over:  stc
        ret

; The same, the divisor included.
console_check:
        pushf
        cli
        call    console_check_control
        jc      .over
        push    dx
        add     dx, 3
        mov     al, CONSOLE_LCR | 80h
        out     dx, al
        sub     dx, 3
        in      al, dx
        mov     ah, al
        inc     dx
        in      al, dx
        xchg    al, ah
        cmp     ax, CONSOLE_DIVISOR
        mov     al, CONSOLE_LCR
        lahf
        inc     dx
        inc     dx
        out     dx, al
        pop     dx
        sahf
        je      .ours
        mov     byte [es:EBDA_SER_ACTIVE], 0
.over:  popf
        stc
        ret
.ours:  popf
        clc
        ret

; ---------------------------------------------------------------- INT 10h
console_int10:
        FRAME
        cld
        DS_EBDA bx
        cmp     byte [EBDA_SER_ACTIVE], 0
        je      .chain
        mov     bx, [EBDA_VIDEO_CALL + 2]       ; the video BIOS calling itself: seen already
        cmp     bx, [bp + F_CS]
        je      .chain
        mov     bx, ds
        mov     es, bx                  ; ES = EBDA, DS = BDA from here on
        LOAD_DS BDA_SEG, bx
        mov     bl, ah
        xor     bh, bh
        cmp     bl, (.end - .table) / 2
        jae     .chain
        shl     bx, 1
        mov     bx, [cs:.table + bx]
        test    bx, bx
        jz      .chain
        call    bx
.chain:
        UNFRAME
        ; Jump to the video BIOS with every register as it came.
        sub     sp, 4
        push    bp
        mov     bp, sp
        push    ds
        push    ax
        DS_EBDA ax
        mov     ax, [EBDA_VIDEO_CALL]
        mov     [bp + 2], ax
        mov     ax, [EBDA_VIDEO_CALL + 2]
        mov     [bp + 4], ax
        pop     ax
        pop     ds
        pop     bp
        retf
.table:
        dw      mirror_mode, 0, 0, 0, 0, 0, mirror_scroll_up, mirror_scroll_down
        dw      0, mirror_repeat, mirror_repeat, 0, 0, 0, mirror_teletype, 0
        dw      0, 0, 0, mirror_string
.end:

; 00h: a mode is set; the screen goes blank unless bit 7 says otherwise.
mirror_mode:
        test    byte [bp + F_AL], 80h
        jnz     .done
        call    console_clear
.done:  ret

; 0Eh: teletype
mirror_teletype:
        call    console_bios_cursor
        mov     al, [bp + F_AL]
        jmp     console_teletype

; 09h, 0Ah: CX times the character at the cursor
mirror_repeat:
        call    console_bios_cursor
        mov     cx, [bp + F_CX]
        jcxz    .done
        test    dx, dx
        jnz     .next
        cmp     byte [bp + F_AL], ' '   ; blanks over the whole screen clear it
        jne     .next
        call    console_last_row
        inc     ax
        mul     byte [BDA_COLUMNS]
        cmp     cx, ax
        jb      .next
        jmp     console_clear
.next:
        mov     al, [bp + F_AL]
        call    console_glyph
        inc     dl
        cmp     dl, [BDA_COLUMNS]
        jb      .inside
        mov     dl, 0
        inc     dh
        call    console_last_row
        cmp     dh, al
        ja      .done
.inside:
        loop    .next
.done:  ret

; 13h: string at ES:BP, AL bit 1 = with attributes, BH = page, DH, DL = position
mirror_string:
        mov     dx, [bp + F_DX]
        mov     cx, [bp + F_CX]
        mov     si, [bp + F_BP]
        jcxz    .done
.next:
        push    es
        mov     es, [bp + F_ES]
        mov     al, [es:si]
        pop     es
        inc     si
        test    byte [bp + F_AL], 02h
        jz      .plain
        inc     si
.plain:
        call    console_teletype
        loop    .next
.done:  ret

; 06h, 07h: AL = lines (0 clears), CH, CL - DH, DL = window
mirror_scroll_up:
        mov     bl, 'S'
        jmp     short mirror_scroll
mirror_scroll_down:
        mov     bl, 'T'
mirror_scroll:
        mov     cx, [bp + F_CX]
        mov     dx, [bp + F_DX]
        call    console_last_row        ; AL = last row
        cmp     dh, al
        jbe     .rows
        mov     dh, al
.rows:
        mov     bh, [BDA_COLUMNS]
        dec     bh
        cmp     dl, bh
        jb      .columns
        mov     dl, bh
.columns:
        cmp     ch, dh
        ja      .done
        cmp     cl, dl
        ja      .done
        mov     ah, dh                  ; all lines scrolled away: the window is cleared
        sub     ah, ch
        inc     ah
        cmp     byte [bp + F_AL], 0
        je      .blank
        cmp     [bp + F_AL], ah
        jb      .move
.blank:
        test    cx, cx
        jnz     .part
        cmp     dh, al
        jne     .part
        cmp     dl, bh
        jne     .part
        call    console_clear
.done:  ret

; Clear part of the screen, row by row.
.part:
        mov     si, dx                  ; SI = lower right corner
        mov     dx, cx                  ; DX = where we are
.row:
        push    dx
        mov     bl, 0
        call    console_goto
        mov     ax, si
        cmp     al, bh
        jne     .spaces
        mov     si, text_erase_line
        call    console_text
        mov     si, ax
        jmp     short .row_done
.spaces:
        mov     al, ' '
        call    console_glyph
        inc     dl
        mov     ax, si
        cmp     dl, al
        jbe     .spaces
.row_done:
        pop     dx
        inc     dh
        mov     ax, si
        cmp     dh, ah
        jbe     .row
        ret

; Scroll full-width windows with the terminal's scrolling region.
.move:
        test    cl, cl
        jnz     .done
        cmp     dl, bh
        jne     .done
        mov     si, text_csi
        call    console_text
        mov     al, ch
        inc     al
        call    console_number
        mov     al, ';'
        call    console_byte
        mov     al, dh
        inc     al
        call    console_number
        mov     al, 'r'
        call    console_byte
        mov     si, text_csi
        call    console_text
        mov     al, [bp + F_AL]
        call    console_number
        mov     al, bl
        call    console_byte
        mov     si, text_no_region
        call    console_text
        mov     word [es:EBDA_SER_ROW], 0       ; the region's end takes the cursor home
        ret

text_csi:       db      27, "[", 0
text_no_region: db      27, "[r", 0
text_erase_line: db     27, "[K", 0
text_clear:     db      27, "[2J", 27, "[H", 0
