; INT 16h: keyboard services.

; Ctrl-C, Esc and the keypad keep their codes; only the enhanced ones differ between 00h and 10h.

int16:
        sti
        cld
        FRAME
        mov     bl, ah
        LOAD_DS BDA_SEG, ax
        cli
        call    leds_update             ; a program may have changed the lock flags
        sti
        xor     bh, bh
        cmp     bl, (.end - .table) / 2
        jae     .done
        shl     bx, 1
        jmp     [cs:.table + bx]
.done:
        LEAVE_INT
.table:
        dw      .read, .check, .flags, .typematic, .done, .store, .done, .done
        dw      .done, .functions, .identify, .done, .done, .done, .done, .done
        dw      .read_enhanced, .check_enhanced, .flags_enhanced
.end:

; ---------------------------------------------------------------- 00h, 10h: wait for a key
.read:
        call    .wait_key
        call    key_standard
        jc      .read                   ; a code that 84-key programs do not know
        jmp     short .got
.read_enhanced:
        call    .wait_key
        call    key_enhanced
.got:
        mov     [bp + F_AX], ax
        jmp     .done

; Take the next code from the buffer into AX, sleeping until there is one.
.wait_key:
        cli
        call    console_idle
        mov     bx, [BDA_KEY_HEAD]
        cmp     bx, [BDA_KEY_TAIL]
        jne     .take
        sti
        mov     ax, 9002h               ; a multitasker may run somebody else
        int     15h
        cli
        mov     bx, [BDA_KEY_HEAD]
        cmp     bx, [BDA_KEY_TAIL]
        jne     .take
        sti
        hlt
        call    leds_update_off
        jmp     .wait_key
.take:
        mov     ax, [bx]
        call    key_drop
        sti
        ret

; ---------------------------------------------------------------- 01h, 11h: is there a key?
.check:
        cli
        call    console_idle
.check_next:
        mov     bx, [BDA_KEY_HEAD]
        cmp     bx, [BDA_KEY_TAIL]
        je      .none
        mov     ax, [bx]
        call    key_standard
        jnc     .present
        call    key_drop
        jmp     .check_next
.check_enhanced:
        cli
        call    console_idle
        mov     bx, [BDA_KEY_HEAD]
        cmp     bx, [BDA_KEY_TAIL]
        je      .none
        mov     ax, [bx]
        call    key_enhanced
.present:
        sti
        mov     [bp + F_AX], ax
        and     byte [bp + F_FLAGS], ~40h & 0FFh
        jmp     .done
.none:
        sti
        out     IDLE_HINT, al           ; the machine may notice a program that only polls
        or      byte [bp + F_FLAGS], 40h
        jmp     .done

; ---------------------------------------------------------------- 02h, 12h: shift flags
.flags:
        mov     al, [BDA_SHIFT]
        mov     [bp + F_AL], al
        jmp     .done
.flags_enhanced:
        mov     al, [BDA_SHIFT]
        mov     ah, [BDA_SHIFT2]
        mov     dl, ah
        and     ah, 73h                 ; Caps, Num, Scroll pressed; left Alt, left Ctrl
        test    dl, SHIFT2_SYSREQ
        jz      .no_sysreq
        or      ah, 80h
.no_sysreq:
        mov     dl, [BDA_KEY_STATE]
        and     dl, STATE_RCTRL | STATE_RALT
        or      ah, dl
        mov     [bp + F_AX], ax
        jmp     .done

; ---------------------------------------------------------------- 03h: typematic rate
.typematic:
        mov     al, [bp + F_AL]
        mov     bx, [bp + F_BX]
        cmp     al, 5
        je      .set
        cmp     al, 6
        je      .get
        test    al, al
        jnz     .typematic_done
        mov     bx, 010Bh               ; default: 500 ms, 10.9 a second
.set:
        cmp     bl, 1Fh
        ja      .typematic_done
        cmp     bh, 3
        ja      .typematic_done
        mov     es, [BDA_EBDA]
        mov     [es:EBDA_TYPEMATIC], bx
        mov     al, 0F3h
        call    keyboard_send
        jc      .typematic_done
        mov     al, bh
        mov     cl, 5
        shl     al, cl
        or      al, bl
        call    keyboard_send
.typematic_done:
        jmp     .done
.get:
        mov     es, [BDA_EBDA]
        mov     bx, [es:EBDA_TYPEMATIC]
        mov     [bp + F_BX], bx
        jmp     .done

; ---------------------------------------------------------------- 05h: put a code into the buffer
.store:
        mov     ax, cx
        cli
        call    key_put
        sti
        mov     al, 0
        adc     al, 0                   ; 1: the buffer is full
        mov     [bp + F_AL], al
        jmp     .done

; ---------------------------------------------------------------- 09h, 0Ah: what the keyboard can do
.functions:
        mov     byte [bp + F_AL], 3Dh   ; 10h-12h, 0Ah, 0306h, 0305h, 0300h
        jmp     .done
.identify:
        mov     es, [BDA_EBDA]
        mov     bx, [es:EBDA_KEYBOARD_ID]
        mov     [bp + F_BX], bx
        jmp     .done

; Interrupts off around the LED check.
leds_update_off:
        cli
        call    leds_update
        sti
        ret

; Remove the code at the head (BX). DS = BDA.
key_drop:
        inc     bx
        inc     bx
        cmp     bx, [BDA_KEY_END]
        jne     .inside
        mov     bx, [BDA_KEY_START]
.inside:
        mov     [BDA_KEY_HEAD], bx
        ret

; AX as INT 16h/10h gives it: F0h marks become zero.
key_enhanced:
        cmp     al, 0F0h
        jne     .done
        test    ah, ah
        jz      .done                   ; Alt-240 typed on the keypad
        xor     al, al
.done:  ret

; AX as INT 16h/00h gives it; CF for a code that only enhanced programs know.
key_standard:
        cmp     ah, 0E0h
        je      .grey
        cmp     al, 0E0h
        jne     .not_e0
        test    ah, ah
        jz      .keep                   ; Alt-224 typed on the keypad
        xor     al, al
.not_e0:
        test    ah, ah
        jz      .keep
        cmp     al, 0F0h
        je      .drop
        cmp     ah, 84h
        ja      .drop
.keep:  clc
        ret
.grey:                                  ; grey Enter and /
        mov     ah, 1Ch
        cmp     al, 0Dh
        je      .keep
        cmp     al, 0Ah
        je      .keep
        mov     ah, 35h
        cmp     al, '/'
        je      .keep
.drop:  stc
        ret
