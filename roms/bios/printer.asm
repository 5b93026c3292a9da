; INT 17h: printer ports.

int17:
        sti
        FRAME
        LOAD_DS BDA_SEG, bx
        mov     bx, dx
        cmp     bx, 3
        jae     .absent
        mov     cl, [BDA_LPT_TIMEOUT + bx]
        shl     bx, 1
        mov     dx, [BDA_LPT + bx]
        test    dx, dx
        jz      .absent
        test    ah, ah
        jz      .print
        cmp     ah, 2
        jb      .init
        je      .status
.out:   LEAVE_INT
.absent:
        or      byte [bp + F_AH], 01h   ; timed out
        jmp     .out

; 00h: print AL
.print:
        out     dx, al
        inc     dx
        xor     ch, ch
        test    cl, cl
        jnz     .second
        inc     cx
.second:
        push    cx
        xor     cx, cx
.poll:
        in      al, dx
        test    al, 80h                 ; not busy
        jnz     .ready
        push    cx
        mov     cx, 1
        call    wait_refresh
        pop     cx
        loop    .poll
        pop     cx
        loop    .second
        mov     ch, 01h
        dec     dx
        jmp     short .status_with
.ready:
        pop     cx
        inc     dx
        in      al, dx
        and     al, 1Ch                 ; keep IRQ enable, SELECT, INIT
        or      al, 0Dh                 ; strobe
        cli
        out     dx, al
        IO_DELAY
        and     al, ~01h & 0FFh
        out     dx, al
        sti
        sub     dx, 2
        jmp     short .status

; 01h: pulse INIT
.init:
        inc     dx
        inc     dx
        mov     al, 08h
        out     dx, al
        mov     cx, 7                   ; 100 us
        call    wait_refresh
        mov     al, 0Ch
        out     dx, al
        dec     dx
        dec     dx

; 02h: AH = status
.status:
        xor     ch, ch
.status_with:
        inc     dx
        in      al, dx
        and     al, 0F8h
        xor     al, 48h                 ; ACK and ERROR are low-active
        or      al, ch
        mov     [bp + F_AH], al
        jmp     .out
