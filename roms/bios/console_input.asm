; The serial console's input: bytes of a VT100-like terminal become key codes.

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
        call    console_check_control
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
