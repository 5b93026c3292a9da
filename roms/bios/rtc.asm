; INT 1Ah and the interrupt of the MC146818 real-time clock.

; Wait until the clock is not about to update. Out: CF when it never is ready. Keeps AX.
rtc_wait:
        push    ax
        push    cx
        xor     cx, cx
.next:
        mov     al, 0Ah
        call    cmos_read
        test    al, 80h
        jz      .ready
        loop    .next
        stc
        jmp     short .done
.ready: clc
.done:  pop     cx
        pop     ax
        ret

; ---------------------------------------------------------------- INT 1Ah
int1a:
        sti
        FRAME
        cmp     ah, (.end - .table) / 2
        jae     .unknown
        LOAD_DS BDA_SEG, bx
        mov     bl, ah
        xor     bh, bh
        shl     bx, 1
        and     byte [bp + F_FLAGS], 0FEh
        call    [cs:.table + bx]
        jnc     .return
        or      byte [bp + F_FLAGS], 01h
.return:
        LEAVE_INT
.unknown:
        cmp     ah, 0B1h
        jne     .fail
        mov     byte [bp + F_AH], 81h   ; PCI BIOS: no such function, no such bus
.fail:
        or      byte [bp + F_FLAGS], 01h
        LEAVE_INT
.table:
        dw      rtc_get_ticks, rtc_set_ticks, rtc_get_time, rtc_set_time
        dw      rtc_get_date, rtc_set_date, rtc_set_alarm, rtc_reset_alarm
.end:

rtc_get_ticks:
        cli
        xor     al, al
        xchg    al, [BDA_MIDNIGHT]
        mov     [bp + F_AL], al
        mov     ax, [BDA_TICKS]
        mov     [bp + F_DX], ax
        mov     ax, [BDA_TICKS + 2]
        mov     [bp + F_CX], ax
        sti
        clc
        ret

rtc_set_ticks:
        cli
        mov     [BDA_TICKS], dx
        mov     [BDA_TICKS + 2], cx
        mov     byte [BDA_MIDNIGHT], 0
        sti
        clc
        ret

; Put register AL into the frame byte at BP + DI.
rtc_fetch:
        call    cmos_read
        mov     [bp + di], al
        ret

rtc_get_time:
        call    rtc_wait
        jc      .done
        mov     byte [bp + F_AH], 0
        mov     al, 00h
        mov     di, F_DH
        call    rtc_fetch
        mov     al, 02h
        mov     di, F_CL
        call    rtc_fetch
        mov     al, 04h
        mov     di, F_CH
        call    rtc_fetch
        mov     al, 0Bh
        call    cmos_read
        and     al, 01h                 ; daylight saving enabled
        mov     [bp + F_DL], al
        mov     al, [bp + F_CH]
        mov     [bp + F_AL], al
        clc
.done:  ret

; Set clock registers with updates held: SI = pairs of register and frame offset, FFh ends.
rtc_store:
        call    rtc_wait
        mov     al, 0Bh
        call    cmos_read
        mov     dh, al
        or      al, 80h
        mov     ah, al
        mov     al, 0Bh
        call    cmos_write
.next:
        cs      lodsb
        cmp     al, 0FFh
        je      .release
        mov     dl, al
        cs      lodsb
        xor     ah, ah
        mov     di, ax
        mov     ah, [bp + di]
        mov     al, dl
        call    cmos_write
        jmp     .next
.release:
        mov     ah, dh
        and     ah, 7Fh
        mov     al, 0Bh
        jmp     cmos_write

rtc_set_time:
        mov     al, 0Bh
        call    cmos_read
        and     al, 62h                 ; keep alarm and periodic enables
        or      al, 02h
        and     dl, 01h
        or      al, dl
        mov     ah, al
        mov     al, 0Bh
        call    cmos_write
        mov     si, .registers
        call    rtc_store
        mov     byte [bp + F_AH], 0
        clc
        ret
.registers:
        db      00h, F_DH, 02h, F_CL, 04h, F_CH, 0FFh

rtc_get_date:
        call    rtc_wait
        jc      .done
        mov     byte [bp + F_AH], 0
        mov     al, 07h
        mov     di, F_DL
        call    rtc_fetch
        mov     al, 08h
        mov     di, F_DH
        call    rtc_fetch
        mov     al, 09h
        mov     di, F_CL
        call    rtc_fetch
        mov     al, 32h
        mov     di, F_CH
        call    rtc_fetch
        mov     al, [bp + F_CH]
        mov     [bp + F_AL], al
        clc
.done:  ret

rtc_set_date:
        mov     si, .registers
        call    rtc_store
        mov     byte [bp + F_AH], 0
        clc
        ret
.registers:
        db      07h, F_DL, 08h, F_DH, 09h, F_CL, 32h, F_CH, 0FFh

rtc_set_alarm:
        mov     al, 0Bh
        call    cmos_read
        test    al, 20h
        stc
        jnz     .done                   ; an alarm is set already
        mov     si, .registers
        call    rtc_store
        mov     al, 0Bh
        call    cmos_read
        or      al, 20h
        mov     ah, al
        mov     al, 0Bh
        call    cmos_write
        call    rtc_unmask
        mov     byte [bp + F_AH], 0
        clc
.done:  ret
.registers:
        db      01h, F_DH, 03h, F_CL, 05h, F_CH, 0FFh

rtc_reset_alarm:
        mov     al, 0Bh
        call    cmos_read
        and     al, ~20h & 0FFh
        mov     ah, al
        mov     al, 0Bh
        call    cmos_write
        mov     byte [bp + F_AH], 0
        clc
        ret

; Let IRQ 8 through both controllers.
rtc_unmask:
        pushf
        cli
        in      al, PIC2 + 1
        and     al, 0FEh
        out     PIC2 + 1, al
        in      al, PIC1 + 1
        and     al, 0FBh
        out     PIC1 + 1, al
        popf
        ret

; ---------------------------------------------------------------- INT 70h: IRQ 8
int70:
        push    ax
        push    ds
        LOAD_DS BDA_SEG, ax
        mov     al, 0Ch
        call    cmos_read
        mov     ah, al
        mov     al, 0Bh
        call    cmos_read
        and     ah, al
        test    ah, 40h
        jz      .alarm
        call    rtc_wait_tick
.alarm:
        test    ah, 20h
        jz      .done
        push    ax
        sti
        int     4Ah
        cli
        pop     ax
.done:
        mov     al, 20h
        out     PIC2, al
        out     PIC1, al
        pop     ds
        pop     ax
        iret

; 1/1024 s has passed for INT 15h/83h and 86h. DS = BDA. Keeps AX.
rtc_wait_tick:
        push    ax
        test    byte [BDA_WAIT_ACTIVE], 01h
        jz      .stop
        sub     word [BDA_WAIT_COUNT], 977
        sbb     word [BDA_WAIT_COUNT + 2], 0
        jnc     .done
        push    es
        push    bx
        mov     byte [BDA_WAIT_ACTIVE], 0
        les     bx, [BDA_WAIT_FLAG]
        or      byte [es:bx], 80h
        pop     bx
        pop     es
.stop:
        call    rtc_stop_periodic
.done:
        pop     ax
        ret

rtc_stop_periodic:
        mov     al, 0Bh
        call    cmos_read
        and     al, ~40h & 0FFh
        mov     ah, al
        mov     al, 0Bh
        jmp     cmos_write

; Start a wait: CX:DX microseconds, ES:BX the flag byte. Out: CF when one is active. DS = BDA.
rtc_start_wait:
        pushf
        cli
        test    byte [BDA_WAIT_ACTIVE], 01h
        jz      .free
        popf
        stc
        ret
.free:
        mov     byte [BDA_WAIT_ACTIVE], 01h
        mov     [BDA_WAIT_FLAG], bx
        mov     [BDA_WAIT_FLAG + 2], es
        mov     [BDA_WAIT_COUNT], dx
        mov     [BDA_WAIT_COUNT + 2], cx
        mov     al, 0Bh
        call    cmos_read
        or      al, 40h
        mov     ah, al
        mov     al, 0Bh
        call    cmos_write
        mov     al, 0Ch
        call    cmos_read
        call    rtc_unmask
        popf
        clc
        ret
