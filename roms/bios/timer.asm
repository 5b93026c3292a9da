; IRQ 0 and INT 1Ah/00h-01h: time of day in 18.2 Hz ticks.

TICKS_PER_DAY   equ     1800B0h

int08:
        push    ds
        push    dx
        push    ax
        LOAD_DS BDA_SEG, ax
        add     word [BDA_TICKS], 1
        adc     word [BDA_TICKS + 2], 0
        cmp     word [BDA_TICKS + 2], TICKS_PER_DAY >> 16
        jb      .motor
        ja      .midnight
        cmp     word [BDA_TICKS], TICKS_PER_DAY & 0FFFFh
        jb      .motor
.midnight:
        xor     ax, ax
        mov     [BDA_TICKS], ax
        mov     [BDA_TICKS + 2], ax
        inc     byte [BDA_MIDNIGHT]
.motor:
        cmp     byte [BDA_FD_TIMEOUT], 0
        je      .console
        dec     byte [BDA_FD_TIMEOUT]
        jnz     .console
        and     byte [BDA_FD_MOTOR], 0F0h
        mov     dx, FDC_DOR             ; motors off, controller enabled, drive kept
        mov     al, [BDA_FD_MOTOR]
        mov     ah, al
        shr     al, 1
        shr     al, 1
        shr     al, 1
        shr     al, 1
        and     al, 03h
        or      al, 0Ch
        out     dx, al
.console:
        call    console_poll
        int     1Ch
        cli
        mov     al, 20h
        out     PIC1, al
        pop     ax
        pop     dx
        pop     ds
        iret

; ---------------------------------------------------------------- POST: ticks from the real-time clock
; DS = BDA. Ticks = seconds * 18.2065 = seconds * 1193182 / 65536.
post_clock:
        mov     al, 0Bh
        mov     ah, 02h                 ; BCD, 24 hours, no interrupts
        call    cmos_write
        mov     al, 0Ah
        mov     ah, 26h                 ; 32768 Hz time base, 1024 Hz periodic rate
        call    cmos_write
        mov     al, 0Ch                 ; drop what is pending
        call    cmos_read
        call    rtc_wait
        mov     al, 04h
        call    rtc_binary
        jc      .done
        mov     ch, al
        mov     al, 02h
        call    rtc_binary
        jc      .done
        mov     cl, al
        mov     al, 00h
        call    rtc_binary
        jc      .done
        mov     bl, al
        mov     al, ch                  ; (hours * 60 + minutes) * 60 + seconds
        mov     ah, 60
        mul     ah
        xor     ch, ch
        add     ax, cx
        mov     cx, 60
        mul     cx
        xor     bh, bh
        add     ax, bx
        adc     dx, 0
        ; DX:AX * 1193182 / 65536 = DX:AX * (18 + 13534 / 65536)
        mov     si, ax
        mov     di, dx
        mov     bx, 13534
        mov     ax, di
        mul     bx
        mov     cx, ax                  ; high half times fraction, whole part
        mov     ax, si
        mul     bx
        add     cx, dx
        mov     ax, di                  ; times 18
        mov     bx, 18
        mul     bx
        mov     di, ax
        mov     ax, si
        mul     bx
        add     dx, di
        add     ax, cx
        adc     dx, 0
        mov     [BDA_TICKS], ax
        mov     [BDA_TICKS + 2], dx
.done:  ret

; In: AL = clock register with BCD. Out: AL = binary, CF when it is no BCD number.
rtc_binary:
        call    cmos_read
        mov     ah, al
        and     al, 0Fh
        cmp     al, 9
        ja      .bad
        mov     dl, al
        mov     al, ah
        shr     al, 1
        shr     al, 1
        shr     al, 1
        shr     al, 1
        cmp     al, 9
        ja      .bad
        mov     ah, 10
        mul     ah
        add     al, dl
        clc
        ret
.bad:   stc
        ret
