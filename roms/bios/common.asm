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
;
; A fast processor would look at the port hundreds of times for each change; it spends most of that time
; in LOOP instead (see measure_refresh), which costs a monitor beneath us nothing.
wait_refresh:
        push    ax
        push    bx
        push    dx
        push    ds
        xor     dx, dx
        mov     ax, BDA_SEG
        mov     ds, ax
        mov     ax, [BDA_EBDA]
        test    ax, ax
        jz      .start                  ; so early in POST nothing has been measured
        mov     ds, ax
        mov     dl, [EBDA_SPIN]
.start:
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
        xchg    cx, dx
        jcxz    .spun
        push    cx
        loop    $
        pop     cx
.spun:  xchg    cx, dx
        dec     bx
        jnz     .poll
.changed:
        mov     ah, al
        loop    .next
        pop     ds
        pop     dx
        pop     bx
        pop     ax
        ret

; How long may wait_refresh look away? A tenth of the time between two changes: as many LOOPs as a fifth
; of the looks that fit in, since a look costs two LOOPs at least on every model.
; In: ES = EBDA, its EBDA_SPIN zero. Destroys AX, BX, CX, DX.
measure_refresh:
        mov     cx, 1
        call    wait_refresh            ; from here on to the next change
        in      al, SYSTEM_B
        and     al, 10h
        mov     ah, al
        xor     cx, cx
.look:  in      al, SYSTEM_B
        and     al, 10h
        cmp     al, ah
        loope   .look
        neg     cx                      ; the looks; 0 without refresh
        mov     ax, cx
        xor     dx, dx
        mov     bx, 5
        div     bx
        test    ah, ah
        jz      .fits
        mov     al, 0FFh
.fits:  mov     [es:EBDA_SPIN], al
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
