; INT 10h without a video BIOS: nothing is shown, but the cursor moves as it would on an 80x25 screen, so that
; the serial console follows and callers get sensible answers.

int10:
        sti
        FRAME
        cld
        LOAD_DS BDA_SEG, bx
        mov     bl, ah
        xor     bh, bh
        cmp     bl, (.end - .table) / 2
        jae     .out
        shl     bx, 1
        call    [cs:.table + bx]
.out:   LEAVE_INT
.none:  ret
.table:
        dw      .mode, .none, .move, .cursor, .none, .none, .none, .none
        dw      .character, .none, .none, .none, .none, .none, .teletype, .state
        dw      .none, .none, .none, .string
.end:

; 00h
.mode:
        mov     byte [BDA_VIDEO_MODE], 3
        mov     word [BDA_COLUMNS], 80
        mov     byte [BDA_ROWS], 24
        mov     byte [BDA_PAGE], 0
        mov     word [BDA_CURSOR], 0
        mov     byte [bp + F_AL], 30h
        ret
; 02h
.move:
        mov     [BDA_CURSOR], dx
        ret
; 03h
.cursor:
        mov     dx, [BDA_CURSOR]
        mov     [bp + F_DX], dx
        mov     word [bp + F_CX], 0607h
        ret
; 08h
.character:
        mov     word [bp + F_AX], 0720h
        ret
; 0Fh
.state:
        mov     ax, [BDA_COLUMNS - 1]
        mov     al, [BDA_VIDEO_MODE]
        mov     [bp + F_AX], ax
        mov     byte [bp + F_BH], 0
        ret
; 13h
.string:
        mov     es, [bp + F_ES]
        mov     si, [bp + F_BP]
        mov     cx, [bp + F_CX]
        push    word [BDA_CURSOR]
        mov     [BDA_CURSOR], dx
        jcxz    .string_end
        mov     bl, [bp + F_AL]
.next:
        es      lodsb
        test    bl, 02h
        jz      .plain
        inc     si
.plain:
        call    .teletype
        loop    .next
.string_end:
        pop     dx
        test    byte [bp + F_AL], 01h
        jnz     .none
        mov     [BDA_CURSOR], dx
        ret
; 0Eh
.teletype:
        mov     dx, [BDA_CURSOR]
        cmp     al, 07h
        je      .none
        cmp     al, 08h
        je      .back
        cmp     al, 0Dh
        je      .return
        cmp     al, 0Ah
        je      .down
        inc     dl
        cmp     dl, 80
        jb      .store
        mov     dl, 0
.down:
        cmp     dh, 24
        jae     .store
        inc     dh
        jmp     short .store
.back:
        test    dl, dl
        jz      .store
        dec     dl
        jmp     short .store
.return:
        mov     dl, 0
.store:
        mov     [BDA_CURSOR], dx
        ret
