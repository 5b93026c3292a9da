; INT 14h: serial ports.
;
; DOS initialises every port when it starts, whether anybody will use it or not. So while COM1 is the serial
; console, its initialisation is only remembered; the first program that sends or receives through
; INT 14h, or sets the modem control register, gets the port with those parameters and the console ends.

int14:
        sti
        FRAME
        cld
        mov     bx, BDA_SEG
        mov     ds, bx
        mov     bx, dx
        cmp     bx, 4
        jae     .out
        mov     cl, [BDA_COM_TIMEOUT + bx]
        shl     bx, 1
        mov     dx, [BDA_COM + bx]
        test    dx, dx
        jz      .out
        test    ah, ah
        jz      .init
        cmp     ah, 2
        jb      .send
        je      .receive
        cmp     ah, 4
        jb      .status
        je      .extended_init
        cmp     ah, 5
        je      .modem_control
.out:
        LEAVE_INT

; 00h: AL = rate (7-5), parity (4-3), stop bits (2), length (1-0)
.init:
        mov     ah, al
        xor     bh, bh
        mov     bl, al
        mov     cl, 4                   ; rate code times two
        shr     bl, cl
        and     bl, 0Eh
        mov     bx, [cs:serial_divisors + bx]
        mov     al, ah
        and     al, 1Fh
.set:
        call    console_remember
        jc      .status
        call    .program
        jmp     .status

; DX = port, BX = divisor, AL = line control
.program:
        push    ax
        add     dx, 3
        mov     al, 80h
        out     dx, al
        sub     dx, 3
        mov     al, bl
        out     dx, al
        inc     dx
        mov     al, bh
        out     dx, al
        inc     dx
        inc     dx
        pop     ax
        out     dx, al
        dec     dx
        dec     dx
        xor     al, al
        out     dx, al                  ; no interrupts
        dec     dx
        ret

; 01h: send AL
.send:
        call    console_release
        push    ax
        mov     al, 03h                 ; DTR, RTS
        add     dx, 4
        out     dx, al
        inc     dx
        inc     dx
        mov     bh, 30h                 ; DSR, CTS
        call    .wait
        jc      .send_late
        dec     dx
        mov     bh, 20h                 ; holding register empty
        call    .wait
        jc      .send_late
        mov     ah, al
        pop     bx
        mov     al, bl
        sub     dx, 5
        out     dx, al
        and     ah, 7Fh
        mov     [bp + F_AH], ah
        jmp     .out
.send_late:
        pop     bx
.late:
        mov     bx, [bp + F_DX]
        shl     bx, 1
        mov     dx, [BDA_COM + bx]
        add     dx, 5
        in      al, dx
        or      al, 80h                 ; timed out
        mov     [bp + F_AH], al
        jmp     .out

; 02h: receive into AL
.receive:
        call    console_release
        mov     al, 01h                 ; DTR
        add     dx, 4
        out     dx, al
        inc     dx
        inc     dx
        mov     bh, 20h                 ; DSR
        call    .wait
        jc      .late
        dec     dx
        mov     bh, 01h                 ; data ready
        call    .wait
        jc      .late
        mov     ah, al
        and     ah, 1Eh                 ; errors only
        sub     dx, 5
        in      al, dx
        mov     [bp + F_AX], ax
        jmp     .out
; Wait until all bits of BH are set at port DX, CL units of about a second. Out: AL; CF when late.
.wait:
        push    cx
        xor     ch, ch
        test    cl, cl
        jnz     .second
        inc     cx
.second:
        push    cx
        xor     cx, cx                  ; 65536 refresh changes: 0.99 s
.poll:
        in      al, dx
        mov     ah, al
        and     ah, bh
        cmp     ah, bh
        je      .have
        push    cx
        mov     cx, 1
        call    wait_refresh
        pop     cx
        loop    .poll
        pop     cx
        loop    .second
        pop     cx
        stc
        ret
.have:
        pop     cx
        pop     cx
        clc
        ret

; 03h: AH = line status, AL = modem status
.status:
        add     dx, 5
        in      al, dx
        mov     ah, al
        inc     dx
        in      al, dx
        mov     [bp + F_AX], ax
        jmp     .out

; 04h: AL = break, BH = parity, BL = stop bits, CH = length, CL = rate
.extended_init:
        mov     bx, [bp + F_BX]
        mov     cx, [bp + F_CX]
        cmp     cl, 8                   ; 110 ... 19200
        ja      .out
        cmp     bh, 4
        ja      .out
        cmp     ch, 3
        ja      .out
        mov     ah, ch
        and     bl, 01h
        shl     bl, 1
        shl     bl, 1
        or      ah, bl
        push    cx
        mov     bl, bh
        xor     bh, bh
        or      ah, [cs:.parity + bx]
        pop     cx
        test    al, al
        jz      .no_break
        or      ah, 40h
.no_break:
        mov     bl, cl
        xor     bh, bh
        shl     bx, 1
        mov     al, ah
        cmp     bl, 16
        mov     bx, [cs:serial_divisors + bx]
        jne     .slow
        mov     bx, 6                   ; 19200
.slow:
        jmp     .set
.parity: db     00h, 08h, 18h, 28h, 38h ; none, odd, even, stick odd, stick even

; 05h: AL = 0 read, 1 write the modem control register in BL
.modem_control:
        add     dx, 4
        cmp     al, 1
        ja      .bad
        jb      .read_control
        call    console_release
        mov     al, [bp + F_BL]
        and     al, 1Fh
        out     dx, al
        jmp     short .control_status
.read_control:
        in      al, dx
        mov     [bp + F_BL], al
.control_status:
        sub     dx, 4
        jmp     .status
.bad:   jmp     .out
