; IRQ 1: from scan codes to the keyboard buffer.

; Bits of BDA_SHIFT
SHIFT_RIGHT     equ     01h
SHIFT_LEFT      equ     02h
SHIFT_CTRL      equ     04h
SHIFT_ALT       equ     08h
SHIFT_SCROLL    equ     10h
SHIFT_NUM       equ     20h
SHIFT_CAPS      equ     40h
SHIFT_INSERT    equ     80h
; Bits of BDA_SHIFT2
SHIFT2_LCTRL    equ     01h
SHIFT2_LALT     equ     02h
SHIFT2_SYSREQ   equ     04h
SHIFT2_PAUSE    equ     08h
; Bits of BDA_KEY_STATE
STATE_E1        equ     01h
STATE_E0        equ     02h
STATE_RCTRL     equ     04h
STATE_RALT      equ     08h
STATE_ENHANCED  equ     10h
; Bits of BDA_KEY_LEDS
LEDS_ACK        equ     10h
LEDS_RESEND     equ     20h
LEDS_UPDATE     equ     40h

; ---------------------------------------------------------------- INT 09h
int09:
        FRAME
        cld
        LOAD_DS BDA_SEG, ax
        in      al, KBD_COMMAND
        test    al, 01h
        jz      .eoi                    ; nothing there
        in      al, KBD_DATA
        mov     ah, 4Fh
        stc
        int     15h                     ; a program may change or swallow the code
        cli
        jnc     .eoi
        LOAD_DS BDA_SEG, bx
        call    keyboard_code
.eoi:
        cli
        mov     al, 20h
        out     PIC1, al
.out:   LEAVE_INT

; Leave with the interrupt acknowledged; used by the branches that do not come back.
key_eoi:
        push    ax
        mov     al, 20h
        out     PIC1, al
        pop     ax
        ret

; Handle the scan code in AL. DS = BDA, interrupts off. May destroy anything but DS, BP.
keyboard_code:
        cmp     al, 0FAh
        jne     .not_ack
        or      byte [BDA_KEY_LEDS], LEDS_ACK
        test    byte [BDA_KEY_LEDS], LEDS_UPDATE
        jz      .ack_done
        call    leds_acknowledged
.ack_done:
        ret
.not_ack:
        cmp     al, 0FEh
        jne     .not_resend
        or      byte [BDA_KEY_LEDS], LEDS_RESEND
        and     byte [BDA_KEY_LEDS], ~LEDS_UPDATE & 0FFh
        ret
.not_resend:
        cmp     al, 0E0h
        jne     .not_e0
        or      byte [BDA_KEY_STATE], STATE_E0
        ret
.not_e0:
        cmp     al, 0E1h
        jne     .not_e1
        or      byte [BDA_KEY_STATE], STATE_E1
        ret
.not_e1:
        mov     ah, [BDA_KEY_STATE]     ; AH = prefixes of this code
        test    ah, STATE_E1
        jz      .no_prefix1
        ; Pause: E1 1D 45, released at once as E1 9D C5.
        mov     dl, al
        and     dl, 7Fh
        cmp     dl, 1Dh
        je      .ignore
        and     byte [BDA_KEY_STATE], ~STATE_E1 & 0FFh
        cmp     al, 45h
        je      key_pause
.ignore:
        ret
.no_prefix1:
        and     byte [BDA_KEY_STATE], ~STATE_E0 & 0FFh
        mov     dl, al
        and     dl, 7Fh                 ; DL = key, AL bit 7 = released
        mov     si, .modifiers
.find:
        mov     bx, si
        add     si, 3
        cmp     byte [cs:bx], 0
        je      .ordinary
        cmp     dl, [cs:bx]
        jne     .find
        jmp     [cs:bx + 1]
.modifiers:
        db      2Ah
        dw      key_left_shift
        db      36h
        dw      key_right_shift
        db      1Dh
        dw      key_ctrl
        db      38h
        dw      key_alt
        db      3Ah
        dw      key_caps
        db      45h
        dw      key_num
        db      46h
        dw      key_scroll
        db      52h
        dw      key_insert
        db      54h
        dw      key_sysreq
        db      0

.ordinary:
        test    al, 80h
        jnz     .ignore                 ; releases of ordinary keys mean nothing
key_make:
        test    byte [BDA_SHIFT2], SHIFT2_PAUSE
        jz      .running
        and     byte [BDA_SHIFT2], ~SHIFT2_PAUSE & 0FFh
        ret                             ; the key that ends a pause is lost
.running:
        mov     bl, [BDA_SHIFT]
        cmp     dl, 53h
        jne     .not_reset
        mov     bh, bl
        and     bh, SHIFT_CTRL | SHIFT_ALT
        cmp     bh, SHIFT_CTRL | SHIFT_ALT
        jne     .not_reset
        mov     word [BDA_WARM], 1234h
        call    key_eoi
        jmp     BIOS_SEG:0E05Bh
.not_reset:
        cmp     dl, 37h
        jne     .not_print
        test    ah, STATE_E0
        jz      .not_print
        test    bl, SHIFT_ALT
        jnz     key_sysreq              ; Alt-PrintScreen on controllers that say E0 37
        mov     dx, 7200h
        test    bl, SHIFT_CTRL
        jnz     .put_dx
        call    key_eoi
        sti
        int     05h
        pop     ax                      ; the request is acknowledged already
        jmp     int09.out
.not_print:
        cmp     dl, KEYMAP_LAST
        ja      .done
        ; Alt and the keypad digits compose a character code.
        test    ah, STATE_E0
        jnz     .enhanced
        test    bl, SHIFT_ALT
        jz      .plain
        cmp     dl, 47h
        jb      .plain
        cmp     dl, 53h
        jae     .plain
        mov     bh, 0
        mov     bl, dl
        mov     cl, [cs:.digits + bx - 47h]
        test    cl, cl
        js      .plain_alt
        mov     al, [BDA_ALT_INPUT]
        mov     ah, 10
        mul     ah
        add     al, cl
        mov     [BDA_ALT_INPUT], al
.done:  ret
.plain_alt:
        mov     bl, [BDA_SHIFT]
        jmp     short .plain
.digits:
        db      7, 8, 9, -1, 4, 5, 6, -1, 1, 2, 3, 0

.enhanced:
        mov     si, keymap_e0
.find_e0:
        cs      lodsw
        test    ax, ax
        jz      .plain                  ; no such grey key: as the main one
        cmp     al, dl
        je      .column
        add     si, 8
        jmp     .find_e0
.plain:
        mov     al, dl
        dec     al
        xor     ah, ah
        mov     si, ax
        shl     si, 1
        shl     si, 1
        shl     si, 1
        add     si, keymap
        test    bl, SHIFT_ALT | SHIFT_CTRL
        jnz     .column
        ; Caps Lock turns letters, Num Lock the keypad.
        mov     ax, [cs:si]
        cmp     dl, 47h
        jb      .caps
        cmp     dl, 53h
        ja      .column
        test    bl, SHIFT_NUM
        jz      .column
        jmp     short .invert
.caps:
        test    bl, SHIFT_CAPS
        jz      .column
        cmp     al, 'a'
        jb      .column
        cmp     al, 'z'
        ja      .column
.invert:
        test    bl, SHIFT_LEFT | SHIFT_RIGHT
        mov     bl, SHIFT_LEFT
        jz      .column
        mov     bl, 0
.column:
        mov     al, 6
        test    bl, SHIFT_ALT
        jnz     .take
        mov     al, 4
        test    bl, SHIFT_CTRL
        jnz     .take
        mov     al, 2
        test    bl, SHIFT_LEFT | SHIFT_RIGHT
        jnz     .take
        mov     al, 0
.take:
        xor     ah, ah
        add     si, ax
        mov     dx, [cs:si]
        test    dx, dx
        jz      .done
.put_dx:
        mov     ax, dx
        call    key_put
        jc      .full
        pop     ax                      ; our own return address: we leave through the end of INT 09h
        call    key_eoi
        mov     ax, 9102h               ; a key is there: wake who waits
        int     15h
        jmp     int09.out
.full:
        ; One short click tells that the buffer is full.
        mov     cx, 80
.click:
        in      al, SYSTEM_B
        xor     al, 02h
        and     al, ~01h & 0FFh
        out     SYSTEM_B, al
        push    cx
        mov     cx, 20
        call    wait_refresh
        pop     cx
        loop    .click
        ret

; ---------------------------------------------------------------- modifiers and locks
; AL = code, AH = prefixes, DL = key.
key_left_shift:
        mov     cl, SHIFT_LEFT
        jmp     short key_shift
key_right_shift:
        mov     cl, SHIFT_RIGHT
key_shift:
        test    ah, STATE_E0
        jnz     .done                   ; a keyboard's own shift around grey keys
        test    al, 80h
        jnz     .release
        or      [BDA_SHIFT], cl
        ret
.release:
        not     cl
        and     [BDA_SHIFT], cl
.done:  ret

key_ctrl:
        test    al, 80h
        jnz     .release
        or      byte [BDA_SHIFT], SHIFT_CTRL
        test    ah, STATE_E0
        jnz     .right
        or      byte [BDA_SHIFT2], SHIFT2_LCTRL
        ret
.right: or      byte [BDA_KEY_STATE], STATE_RCTRL
        ret
.release:
        test    ah, STATE_E0
        jnz     .right_up
        and     byte [BDA_SHIFT2], ~SHIFT2_LCTRL & 0FFh
        jmp     short .either
.right_up:
        and     byte [BDA_KEY_STATE], ~STATE_RCTRL & 0FFh
.either:
        test    byte [BDA_SHIFT2], SHIFT2_LCTRL
        jnz     .done
        test    byte [BDA_KEY_STATE], STATE_RCTRL
        jnz     .done
        and     byte [BDA_SHIFT], ~SHIFT_CTRL & 0FFh
.done:  ret

key_alt:
        test    al, 80h
        jnz     .release
        or      byte [BDA_SHIFT], SHIFT_ALT
        test    ah, STATE_E0
        jnz     .right
        or      byte [BDA_SHIFT2], SHIFT2_LALT
        ret
.right: or      byte [BDA_KEY_STATE], STATE_RALT
        ret
.release:
        test    ah, STATE_E0
        jnz     .right_up
        and     byte [BDA_SHIFT2], ~SHIFT2_LALT & 0FFh
        jmp     short .either
.right_up:
        and     byte [BDA_KEY_STATE], ~STATE_RALT & 0FFh
.either:
        test    byte [BDA_SHIFT2], SHIFT2_LALT
        jnz     .done
        test    byte [BDA_KEY_STATE], STATE_RALT
        jnz     .done
        and     byte [BDA_SHIFT], ~SHIFT_ALT & 0FFh
        xor     ax, ax
        xchg    al, [BDA_ALT_INPUT]
        test    al, al
        jz      .done
        mov     dx, ax                  ; composed with Alt and the keypad
        jmp     key_make.put_dx
.done:  ret

key_caps:
        mov     cl, SHIFT_CAPS
        jmp     short key_lock
key_num:
        test    al, 80h
        jnz     .lock
        test    byte [BDA_SHIFT], SHIFT_CTRL
        jnz     key_pause               ; Ctrl-NumLock of the 84-key keyboard
.lock:  mov     cl, SHIFT_NUM
; A lock key toggles on its first make only.
key_lock:
        test    al, 80h
        jnz     .release
        test    [BDA_SHIFT2], cl
        jnz     .done
        or      [BDA_SHIFT2], cl
        xor     [BDA_SHIFT], cl
        jmp     leds_update
.release:
        not     cl
        and     [BDA_SHIFT2], cl
.done:  ret

key_scroll:
        test    al, 80h
        jnz     .lock
        test    byte [BDA_SHIFT], SHIFT_CTRL
        jz      .lock
        ; Ctrl-Break: empty the buffer, tell INT 1Bh, leave a zero code.
        mov     ax, [BDA_KEY_START]
        mov     [BDA_KEY_HEAD], ax
        mov     [BDA_KEY_TAIL], ax
        or      byte [BDA_BREAK], 80h
        call    key_eoi
        int     1Bh
        cli
        LOAD_DS BDA_SEG, ax
        xor     ax, ax
        call    key_put
        pop     ax
        jmp     int09.out
.lock:
        test    ah, STATE_E0
        jnz     .done
        mov     cl, SHIFT_SCROLL
        jmp     key_lock
.done:  ret

key_insert:
        test    al, 80h
        jnz     .release
        test    ah, STATE_E0
        jnz     .insert
        test    byte [BDA_SHIFT], SHIFT_ALT | SHIFT_CTRL
        jnz     .make
        test    byte [BDA_SHIFT], SHIFT_NUM
        jz      .unlocked
        test    byte [BDA_SHIFT], SHIFT_LEFT | SHIFT_RIGHT
        jz      .make                   ; Num Lock: the digit 0
        jmp     short .insert
.unlocked:
        test    byte [BDA_SHIFT], SHIFT_LEFT | SHIFT_RIGHT
        jnz     .make
.insert:
        test    byte [BDA_SHIFT2], SHIFT_INSERT
        jnz     .make                   ; typematic: the code again, no toggle
        or      byte [BDA_SHIFT2], SHIFT_INSERT
        xor     byte [BDA_SHIFT], SHIFT_INSERT
.make:  jmp     key_make
.release:
        and     byte [BDA_SHIFT2], ~SHIFT_INSERT & 0FFh
        ret

; SysReq: INT 15h/85h, AL = 0 pressed, 1 released.
key_sysreq:
        mov     cx, 8500h
        test    al, 80h
        jnz     .release
        test    byte [BDA_SHIFT2], SHIFT2_SYSREQ
        jnz     .done
        or      byte [BDA_SHIFT2], SHIFT2_SYSREQ
        jmp     short .tell
.release:
        inc     cx
        and     byte [BDA_SHIFT2], ~SHIFT2_SYSREQ & 0FFh
.tell:
        pop     ax
        call    key_eoi
        mov     ax, cx
        sti
        int     15h
        jmp     int09.out
.done:  ret

; Pause: stand still until a key comes.
key_pause:
        test    byte [BDA_SHIFT2], SHIFT2_PAUSE
        jnz     .done
        or      byte [BDA_SHIFT2], SHIFT2_PAUSE
        call    key_eoi
.wait:
        sti
        hlt
        test    byte [BDA_SHIFT2], SHIFT2_PAUSE
        jnz     .wait
        pop     ax
        jmp     int09.out
.done:  ret
