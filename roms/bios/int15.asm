; INT 15h: system services. The ones that move or describe memory are in int15_memory.asm.

int15:
        cmp     ah, 4Fh                 ; keyboard intercept: AL and CF go back as they came
        je      .untouched
        cmp     ah, 80h
        jb      .frame
        cmp     ah, 82h                 ; device open, close, program end: accepted
        jbe     .accept
        cmp     ah, 85h
        je      .accept                 ; SysReq
        cmp     ah, 90h
        je      .accept                 ; device busy
        cmp     ah, 91h
        jne     .frame                  ; device ready
.accept:
        mov     ah, 0
        push    bp
        mov     bp, sp
        and     byte [bp + 6], 0FEh
        pop     bp
.untouched:
        iret

.frame:
        FRAME
        cld
        LOAD_DS BDA_SEG, bx
        mov     si, .table
        mov     bl, ah
.find:
        cs      lodsb
        cmp     al, bl
        je      .found
        inc     si
        inc     si
        test    al, al
        jnz     .find
        mov     byte [bp + F_AH], 86h
.carry:
        or      byte [bp + F_FLAGS], 01h
        LEAVE_INT
.found:
        mov     di, [cs:si]
        mov     al, [bp + F_AL]
        mov     bx, [bp + F_BX]
        mov     si, [bp + F_SI]
        and     byte [bp + F_FLAGS], 0FEh
        call    di                      ; AH = status
        mov     [bp + F_AH], ah
        test    ah, ah
        jnz     .carry
        LEAVE_INT
.table:
        db      24h
        dw      a20_service
        db      83h
        dw      event_wait
        db      86h
        dw      wait_service
        db      87h
        dw      block_move
        db      88h
        dw      extended_size
        db      89h
        dw      protected_mode
        db      0C0h
        dw      system_parameters
        db      0C1h
        dw      ebda_segment
        db      0C2h
        dw      mouse_service
        db      0E8h
        dw      memory_map
        db      00h
        dw      no_cassette

no_cassette:
        mov     ah, 86h
        ret

; ---------------------------------------------------------------- 24h: A20 gate
a20_service:
        cmp     al, 3
        ja      .unknown
        je      .query
        mov     es, [BDA_EBDA]
        cmp     byte [es:EBDA_CPU], CPU_80286
        jb      .unknown
        cmp     al, 2
        je      .status
        call    a20_set
        mov     ah, 0
        ret
.status:
        in      al, SYSTEM_A
        shr     al, 1
        and     al, 01h
        mov     [bp + F_AL], al
        mov     ah, 0
        ret
.query:
        mov     word [bp + F_BX], 3     ; keyboard controller and port 92h
        mov     ah, 0
        ret
.unknown:
        mov     ah, 86h
        ret

; A20 as AL bit 0 says. Keeps everything but AX.
a20_set:
        pushf
        cli
        mov     ah, al
        in      al, SYSTEM_A
        and     al, ~03h & 0FFh
        shl     ah, 1
        or      al, ah
        out     SYSTEM_A, al
        popf
        ret

; ---------------------------------------------------------------- 83h, 86h: waits
; 83h: AL = 0 set the flag at ES:BX (bit 7) after CX:DX microseconds; AL = 1 cancel
event_wait:
        mov     cx, [bp + F_CX]
        mov     dx, [bp + F_DX]
        mov     es, [bp + F_ES]
        cmp     al, 1
        je      .cancel
        ja      .unknown
        call    rtc_start_wait
        mov     ah, 0
        jnc     .done
        mov     byte [bp + F_AL], 0
.busy:
        or      byte [bp + F_FLAGS], 01h
.done:  ret
.cancel:
        pushf
        cli
        mov     byte [BDA_WAIT_ACTIVE], 0
        call    rtc_stop_periodic
        popf
        mov     ah, 0
        ret
.unknown:
        mov     ah, 86h
        ret

; 86h: return after CX:DX microseconds
wait_service:
        mov     cx, [bp + F_CX]
        mov     dx, [bp + F_DX]
        test    cx, cx
        jnz     .long
        cmp     dx, 2000
        jb      .short
.long:
        mov     ax, ds
        mov     es, ax
        mov     bx, BDA_WAIT_ACTIVE     ; bit 7 of the flag itself
        call    rtc_start_wait
        jc      .by_refresh             ; the clock is taken
.sleep:
        cli
        test    byte [BDA_WAIT_ACTIVE], 80h
        jnz     .over
        sti
        hlt
        jmp     .sleep
.over:
        mov     byte [BDA_WAIT_ACTIVE], 0
        sti
        mov     ah, 0
        ret
; Count refresh changes: microseconds / 15.085 = us * 4344 / 65536
.short:
.by_refresh:
        mov     ax, cx
        mov     bx, 4344
        mul     bx
        mov     si, ax
        mov     di, dx
        mov     ax, [bp + F_DX]
        mul     bx
        add     si, dx
        adc     di, 0                   ; DI:SI = changes
        inc     si
        jnz     .first
        inc     di
.first:
        mov     cx, si
        jcxz    .whole
        call    wait_refresh
.whole:
        test    di, di
        jz      .end
        dec     di
        xor     cx, cx                  ; 65536 changes
        call    wait_refresh
        jmp     .whole
.end:
        mov     ah, 0
        ret

; ---------------------------------------------------------------- C0h, C1h
system_parameters:
        mov     [bp + F_ES], cs
        mov     word [bp + F_BX], system_table
        mov     ah, 0
        ret

ebda_segment:
        mov     ax, [BDA_EBDA]
        mov     [bp + F_ES], ax
        mov     ah, 0
        ret
