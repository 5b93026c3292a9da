; The 8042 and the way to the keyboard: POST, LEDs, commands, the buffer.

; ---------------------------------------------------------------- the controller
; Wait until the controller takes a byte. Out: CF when it does not. Keeps AX.
kbc_wait_input:
        push    ax
        push    cx
        mov     cx, 6600                ; 100 ms in refresh changes
        call    kbc_wait_bit2
        pop     cx
        pop     ax
        ret
kbc_wait_bit2:
        in      al, KBD_COMMAND
        test    al, 02h
        jz      .ready
        push    cx
        mov     cx, 1
        call    wait_refresh
        pop     cx
        loop    kbc_wait_bit2
        stc
        ret
.ready: clc
        ret

; Wait for a byte from the controller. In: CX = refresh changes. Out: AL, AH = status; CF when none came.
kbc_read:
        in      al, KBD_COMMAND
        test    al, 01h
        jnz     .have
        push    cx
        mov     cx, 1
        call    wait_refresh
        pop     cx
        loop    kbc_read
        stc
        ret
.have:
        mov     ah, al
        in      al, KBD_DATA
        clc
        ret

; AL = command for the controller itself. CF when it is deaf.
kbc_command:
        call    kbc_wait_input
        jc      .done
        out     KBD_COMMAND, al
.done:  ret

; AL = data byte (to the keyboard, or a command's parameter).
kbc_data:
        call    kbc_wait_input
        jc      .done
        out     KBD_DATA, al
.done:  ret

; Drop everything that waits in the output buffer.
kbc_flush:
        push    ax
        push    cx
        mov     cx, 64
.next:
        in      al, KBD_COMMAND
        test    al, 01h
        jz      .done
        in      al, KBD_DATA
        push    cx
        mov     cx, 2
        call    wait_refresh
        pop     cx
        loop    .next
.done:  pop     cx
        pop     ax
        ret

; ---------------------------------------------------------------- POST
; DS = BDA, interrupts off. The keyboard may take half a second for its own test, so we wait as
; long as it needs and no longer.
post_keyboard:
        call    kbc_flush
        mov     al, 0ADh                ; keyboard and mouse quiet during the self test
        call    kbc_command
        jc      .done
        mov     al, 0A7h
        call    kbc_command
        call    kbc_flush
        mov     al, 0AAh
        call    kbc_command
        mov     cx, 33000
        call    kbc_read
        jc      .done
        cmp     al, 55h
        jne     .done
        mov     al, 60h                 ; translation, mouse off, system flag, no interrupts yet
        call    kbc_command
        mov     al, 64h
        call    kbc_data
        mov     al, 0AEh
        call    kbc_command
        mov     al, 0FFh                ; reset the keyboard: FAh, then AAh
        call    kbc_data
        mov     cx, 6600
        call    kbc_read
        jc      .enable
        cmp     al, 0FAh
        jne     .enable
        mov     cx, 65000
        call    kbc_read
        jc      .enable
        mov     al, 0F2h                ; which keyboard is it?
        call    kbc_data
        mov     cx, 1000
        call    kbc_read
        jc      .enable
        cmp     al, 0FAh
        jne     .enable
        mov     cx, 1000
        call    kbc_read
        jc      .enable
        mov     bl, al
        mov     cx, 1000
        call    kbc_read
        jc      .enable
        mov     bh, al
        DS_EBDA ax
        mov     [EBDA_KEYBOARD_ID], bx
        mov     word [EBDA_TYPEMATIC], 010Bh
        LOAD_DS BDA_SEG, ax
        or      byte [BDA_KEY_STATE], STATE_ENHANCED
.enable:
        mov     al, 0F4h
        call    kbc_data
        mov     cx, 1000
        call    kbc_read
        mov     al, 60h                 ; keyboard interrupt on
        call    kbc_command
        mov     al, 65h
        call    kbc_data
.done:  ret

; ---------------------------------------------------------------- LEDs
; Start an update when the lights differ from the lock flags. The acknowledges come as interrupts and
; move the update on, so that nobody waits. DS = BDA, interrupts off. Keeps all registers.
leds_update:
        push    ax
        push    es
        mov     al, [BDA_SHIFT]
        mov     ah, [BDA_KEY_LEDS]
        rol     al, 1
        rol     al, 1
        rol     al, 1
        rol     al, 1                   ; bits 4-6 to 0-2
        xor     al, ah
        test    al, 07h
        jz      .done
        mov     es, [BDA_EBDA]
        test    ah, LEDS_UPDATE
        jz      .start
        mov     al, [BDA_TICKS]         ; an update that got no answer is given up after 0.2 s
        sub     al, [es:EBDA_LED_TICK]
        cmp     al, 4
        jb      .done
.start:
        in      al, KBD_COMMAND
        test    al, 02h
        jnz     .done                   ; busy: the next key tries again
        or      byte [BDA_KEY_LEDS], LEDS_UPDATE
        mov     byte [es:EBDA_LED_STAGE], 1
        mov     al, [BDA_TICKS]
        mov     [es:EBDA_LED_TICK], al
        mov     al, 0EDh
        out     KBD_DATA, al
.done:  pop     es
        pop     ax
        ret

; The keyboard acknowledged (FAh) while an update is on its way. DS = BDA.
leds_acknowledged:
        push    ax
        push    es
        mov     es, [BDA_EBDA]
        cmp     byte [es:EBDA_LED_STAGE], 1
        jne     .finish
        inc     byte [es:EBDA_LED_STAGE]
        mov     al, [BDA_SHIFT]
        rol     al, 1
        rol     al, 1
        rol     al, 1
        rol     al, 1
        and     al, 07h
        and     byte [BDA_KEY_LEDS], 0F8h
        or      [BDA_KEY_LEDS], al
        call    kbc_data
        jmp     short .done
.finish:
        mov     byte [es:EBDA_LED_STAGE], 0
        and     byte [BDA_KEY_LEDS], ~LEDS_UPDATE & 0FFh
        call    leds_update             ; the locks may have changed meanwhile
.done:  pop     es
        pop     ax
        ret

; Send a byte to the keyboard and wait for the acknowledge that INT 09h notes. In: AL. Out: CF on failure.
; Interrupts are on while it waits. DS = BDA.
keyboard_send:
        push    bx
        push    cx
        mov     bl, 3                   ; tries
.again:
        cli
        and     byte [BDA_KEY_LEDS], ~(LEDS_ACK | LEDS_RESEND) & 0FFh
        call    kbc_data
        sti
        jc      .done
        mov     cx, 6600
.wait:
        test    byte [BDA_KEY_LEDS], LEDS_ACK
        jnz     .done                   ; TEST cleared CF
        test    byte [BDA_KEY_LEDS], LEDS_RESEND
        jnz     .resend
        push    cx
        mov     cx, 1
        call    wait_refresh
        pop     cx
        loop    .wait
.resend:
        dec     bl
        jnz     .again
        stc
.done:  pop     cx
        pop     bx
        ret

; ---------------------------------------------------------------- the buffer
; Put AX into the keyboard buffer. Out: CF when it is full. DS = BDA, interrupts off. Keeps all else.
key_put:
        push    bx
        push    si
        mov     bx, [BDA_KEY_TAIL]
        mov     si, bx
        inc     bx
        inc     bx
        cmp     bx, [BDA_KEY_END]
        jne     .inside
        mov     bx, [BDA_KEY_START]
.inside:
        cmp     bx, [BDA_KEY_HEAD]
        je      .full
        mov     [si], ax
        mov     [BDA_KEY_TAIL], bx
        clc
        jmp     short .done
.full:  stc
.done:  pop     si
        pop     bx
        ret
