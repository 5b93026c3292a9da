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

; Is COM1 still as we left it? Out: DX = port; CF when the console is over. ES = EBDA, DS = BDA.
; Destroys AX.
console_check:
        cmp     byte [es:EBDA_SER_ACTIVE], 0
        je      .over
        pushf
        cli
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
        test    al, al
        jnz     .taken
        inc     dx
        inc     dx
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
        sahf
        jne     .taken
        sub     dx, 3
        popf
        clc
        ret
.taken:
        mov     byte [es:EBDA_SER_ACTIVE], 0
        popf
.over:  stc
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

; ---------------------------------------------------------------- input
; From INT 16h when a program waits: also show the cursor where the program has put it.
console_idle:
        push    ax
        push    bx
        push    dx
        push    es
        mov     es, [BDA_EBDA]
        cmp     byte [es:EBDA_SER_ACTIVE], 0
        je      .done
        call    console_bios_cursor
        call    console_last_row
        cmp     dh, al
        ja      .done                   ; hidden below the screen
        cmp     dl, [BDA_COLUMNS]
        jae     .done
        mov     al, [es:EBDA_SER_COL]
        cmp     al, [BDA_COLUMNS]
        jae     .done                   ; about to wrap: let the next character decide
        mov     bl, 0
        call    console_goto
.done:
        pop     es
        pop     dx
        pop     bx
        pop     ax
; Take what came in on COM1. DS = BDA. Keeps all registers and flags.
console_poll:
        pushf
        cli
        push    ax
        push    es
        mov     es, [BDA_EBDA]
        cmp     byte [es:EBDA_SER_ACTIVE], 0
        je      .done
        push    bx
        push    cx
        push    dx
        push    si
        cld
        mov     cx, 16
.next:
        mov     bx, [BDA_KEY_TAIL]      ; room for a key?
        inc     bx
        inc     bx
        cmp     bx, [BDA_KEY_END]
        jne     .inside
        mov     bx, [BDA_KEY_START]
.inside:
        cmp     bx, [BDA_KEY_HEAD]
        je      .out
        call    console_check
        jc      .out
        add     dx, 5
        in      al, dx
        test    al, 01h
        jz      .quiet
        sub     dx, 5
        in      al, dx
        call    input_byte
        loop    .next
        jmp     short .out
.quiet:
        cmp     byte [es:EBDA_SER_ESCAPE], INPUT_ESCAPE
        jne     .out
        mov     al, [BDA_TICKS]         ; ESC with nothing behind it is the Esc key
        sub     al, [es:EBDA_SER_TICK]
        cmp     al, 2
        jb      .out
        mov     byte [es:EBDA_SER_ESCAPE], INPUT_PLAIN
        mov     ax, 011Bh
        call    key_put
.out:
        pop     si
        pop     dx
        pop     cx
        pop     bx
.done:
        pop     es
        pop     ax
        popf
        ret

; One byte AL of the terminal's input. Destroys AX, BX, DX, SI.
input_byte:
        mov     bl, [es:EBDA_SER_ESCAPE]
        xor     bh, bh
        mov     byte [es:EBDA_SER_ESCAPE], INPUT_PLAIN
        shl     bx, 1
        jmp     [cs:.states + bx]
.states:
        dw      input_plain, input_escape, input_bracket, input_ss3, input_utf8_1, input_utf8_2
        dw      input_modifier

input_plain:
        mov     ah, 0
        xchg    ah, [es:EBDA_SER_LASTCR]
        cmp     al, 1Bh
        je      .escape
        cmp     al, 0Ah
        jne     .not_line_feed
        cmp     ah, 0Dh
        je      .done                   ; CR LF is one Enter
        mov     al, 0Dh
        jmp     short .key
.not_line_feed:
        mov     [es:EBDA_SER_LASTCR], al
        cmp     al, 7Fh
        jne     .not_delete
        mov     al, 08h
.not_delete:
        cmp     al, 0E0h
        jae     .utf8_2
        cmp     al, 0C0h
        jae     .utf8_1
        cmp     al, 80h
        jae     .done                   ; a continuation byte out of order
.key:
        call    input_find
        jmp     key_put
.escape:
        mov     byte [es:EBDA_SER_ESCAPE], INPUT_ESCAPE
        mov     al, [BDA_TICKS]
        mov     [es:EBDA_SER_TICK], al
.done:  ret
.utf8_1:
        and     al, 1Fh
        mov     byte [es:EBDA_SER_ESCAPE], INPUT_UTF8_1
        jmp     short .start
.utf8_2:
        and     al, 0Fh
        mov     byte [es:EBDA_SER_ESCAPE], INPUT_UTF8_2
.start:
        xor     ah, ah
        mov     [es:EBDA_SER_CODE], ax
        ret

input_utf8_2:
        call    input_continue
        mov     byte [es:EBDA_SER_ESCAPE], INPUT_UTF8_1
        ret
input_utf8_1:
        call    input_continue
        mov     ax, bx
        xor     bx, bx
.find:
        cmp     ax, [cs:codepage_high + bx]
        je      .found
        inc     bx
        inc     bx
        cmp     bx, 256
        jb      .find
        mov     al, '?'
        call    input_find
        jmp     key_put
.found:
        shr     bx, 1
        mov     al, bl
        or      al, 80h
        mov     ah, 0
        jmp     key_put
; BX = the code so far with the six bits of AL.
input_continue:
        mov     bx, [es:EBDA_SER_CODE]
        shl     bx, 1
        shl     bx, 1
        shl     bx, 1
        shl     bx, 1
        shl     bx, 1
        shl     bx, 1
        and     al, 3Fh
        or      bl, al
        mov     [es:EBDA_SER_CODE], bx
        ret

; ESC: a sequence, the Alt key, or Esc itself
input_escape:
        cmp     al, '['
        je      .bracket
        cmp     al, 'O'
        je      .ss3
        cmp     al, 1Bh
        je      .twice
        cmp     al, 80h
        jae     .done
        call    input_find              ; Alt and that key
        mov     bl, ah
        xor     bh, bh
        dec     bl
        js      .done
        shl     bx, 1
        shl     bx, 1
        shl     bx, 1
        mov     ax, [cs:keymap + bx + 6]
        test    ax, ax
        jz      .done
        jmp     key_put
.bracket:
        mov     byte [es:EBDA_SER_ESCAPE], INPUT_BRACKET
        mov     byte [es:EBDA_SER_PARAM], 0
        ret
.ss3:
        mov     byte [es:EBDA_SER_ESCAPE], INPUT_SS3
        ret
.twice:
        mov     ax, 011Bh
        jmp     key_put
.done:  ret

input_bracket:
        cmp     al, '0'
        jb      .final
        cmp     al, '9'
        ja      .not_digit
        mov     ah, al
        sub     ah, '0'
        mov     al, [es:EBDA_SER_PARAM]
        mov     bl, ah
        mov     ah, 10
        mul     ah
        add     al, bl
        mov     [es:EBDA_SER_PARAM], al
.more:
        mov     byte [es:EBDA_SER_ESCAPE], INPUT_BRACKET
        ret
.not_digit:
        cmp     al, ';'                 ; modifiers follow: the key alone is taken
        jne     .final
        mov     byte [es:EBDA_SER_ESCAPE], INPUT_MODIFIER
        ret
.final:
        cmp     al, '~'
        jne     input_ss3
        mov     al, [es:EBDA_SER_PARAM]
        mov     si, input_numbers
        jmp     short input_search
input_modifier:
        cmp     al, '0'
        jb      input_bracket.final
        cmp     al, ';'
        ja      input_bracket.final
        mov     byte [es:EBDA_SER_ESCAPE], INPUT_MODIFIER
        ret
input_ss3:
        mov     si, input_letters
; The key of AL in the table CS:SI (byte, word; zero ends).
input_search:
        mov     bl, al
.next:
        cs      lodsb
        test    al, al
        jz      .done
        cmp     al, bl
        cs      lodsw
        jne     .next
        jmp     key_put
.done:  ret

%macro INPUT_KEY 2
        db      %1
        dw      %2
%endmacro
input_letters:
        INPUT_KEY 'A', 48E0h
        INPUT_KEY 'B', 50E0h
        INPUT_KEY 'C', 4DE0h
        INPUT_KEY 'D', 4BE0h
        INPUT_KEY 'H', 47E0h
        INPUT_KEY 'F', 4FE0h
        INPUT_KEY 'P', 3B00h
        INPUT_KEY 'Q', 3C00h
        INPUT_KEY 'R', 3D00h
        INPUT_KEY 'S', 3E00h
        INPUT_KEY 'Z', 0F00h            ; Shift-Tab
        db      0
input_numbers:
        INPUT_KEY 1, 47E0h
        INPUT_KEY 2, 52E0h
        INPUT_KEY 3, 53E0h
        INPUT_KEY 4, 4FE0h
        INPUT_KEY 5, 49E0h
        INPUT_KEY 6, 51E0h
        INPUT_KEY 7, 47E0h
        INPUT_KEY 8, 4FE0h
        INPUT_KEY 11, 3B00h
        INPUT_KEY 12, 3C00h
        INPUT_KEY 13, 3D00h
        INPUT_KEY 14, 3E00h
        INPUT_KEY 15, 3F00h
        INPUT_KEY 17, 4000h
        INPUT_KEY 18, 4100h
        INPUT_KEY 19, 4200h
        INPUT_KEY 20, 4300h
        INPUT_KEY 21, 4400h
        INPUT_KEY 23, 8500h
        INPUT_KEY 24, 8600h
        db      0

; AX = scan code and character of the ASCII character AL, from the keyboard map. Destroys BX, SI.
input_find:
        mov     si, keymap
        mov     bl, al
        mov     ax, 0300h               ; NUL is Ctrl-@
        test    bl, bl
        jz      .done
.key:
        mov     ax, [cs:si]             ; alone, with Shift, with Ctrl
        cmp     al, bl
        je      .done
        mov     ax, [cs:si + 2]
        cmp     al, bl
        je      .done
        mov     ax, [cs:si + 4]
        cmp     al, bl
        je      .done
        add     si, 8
        cmp     si, keymap + 8 * KEYMAP_LAST
        jb      .key
        mov     al, bl                  ; no key has it
        mov     ah, 0
.done:  ret
