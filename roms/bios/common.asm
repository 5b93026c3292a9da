; Small services the other rooms share: CMOS, delays, console text.

; ---------------------------------------------------------------- CMOS
; In: AL = register. Out: AL = value. NMI stays enabled afterwards.
cmos_read:
        pushf
        cli
        or      al, 80h
        out     CMOS_INDEX, al
        IO_DELAY
        in      al, CMOS_DATA
        push    ax
        mov     al, 0Dh
        out     CMOS_INDEX, al
        IO_DELAY
        in      al, CMOS_DATA
        pop     ax
        popf
        ret

; In: AL = register, AH = value. Keeps AX.
cmos_write:
        pushf
        cli
        push    ax
        or      al, 80h
        out     CMOS_INDEX, al
        IO_DELAY
        mov     al, ah
        out     CMOS_DATA, al
        IO_DELAY
        mov     al, 0Dh
        out     CMOS_INDEX, al
        IO_DELAY
        in      al, CMOS_DATA
        pop     ax
        popf
        ret

; ---------------------------------------------------------------- delays
; The refresh request (port 61h bit 4) changes every 15.085 us on any AT board, whatever the processor.
; In: CX = changes to wait for (66 are a millisecond). Keeps everything but CX.
wait_refresh:
        push    ax
        push    bx
        in      al, SYSTEM_B
        and     al, 10h
        mov     ah, al
.next:
        xor     bx, bx                  ; a board without refresh must not stop us
.poll:
        in      al, SYSTEM_B
        and     al, 10h
        cmp     al, ah
        jne     .changed
        dec     bx
        jnz     .poll
.changed:
        mov     ah, al
        loop    .next
        pop     bx
        pop     ax
        ret

; ---------------------------------------------------------------- text
; In: SI = string in this ROM, zero-terminated. Destroys AX, BX, SI.
print_string:
        cs      lodsb
        test    al, al
        jz      .done
        call    print_character
        jmp     print_string
.done:  ret

; In: AL. Destroys AH, BX.
print_character:
        mov     ah, 0Eh
        mov     bx, 0007h
        int     10h
        ret

; In: DX:AX = number. Destroys AX, BX, CX, DX.
print_decimal:
        xor     cx, cx
.divide:
        push    cx
        mov     bx, 10
        mov     cx, ax                  ; 32 by 16 bits in two steps
        mov     ax, dx
        xor     dx, dx
        div     bx
        xchg    ax, cx
        div     bx                      ; AX = low quotient, DX = digit
        mov     bx, dx
        mov     dx, cx
        pop     cx
        add     bl, '0'
        push    bx
        inc     cx
        mov     bx, ax
        or      bx, dx
        jnz     .divide
.print:
        pop     ax
        call    print_character
        loop    .print
        ret
