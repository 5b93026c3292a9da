; INT 15h/C2h and IRQ 12: the PS/2 pointing device.

MOUSE_OK        equ     00h
MOUSE_FUNCTION  equ     01h             ; no such function
MOUSE_INPUT     equ     02h             ; bad parameter
MOUSE_INTERFACE equ     03h             ; no answer
MOUSE_RESEND    equ     04h
MOUSE_HANDLER   equ     05h             ; no handler installed

; ---------------------------------------------------------------- POST
; Is there a mouse? Asked with "stop reporting", which any device answers at once. DS = BDA.
post_mouse_timeout equ  1600            ; 24 ms in refresh changes
mouse_post:
        call    mouse_quiet
        mov     al, 0F5h
        mov     cx, post_mouse_timeout
        call    mouse_byte_timed
        jc      .none
        or      byte [BDA_EQUIPMENT], 04h
.none:
        mov     al, 0A7h                ; closed until a program asks
        call    kbc_command
        call    mouse_restore_keyboard
        ret

; ---------------------------------------------------------------- talking to it
; While we talk, neither device may interrupt: the answers are read by polling.
; DS = BDA. Keeps all registers.
mouse_quiet:
        push    ax
        call    kbc_settle
        mov     ah, 74h                 ; translation, keyboard closed, no interrupts
        call    kbc_write_mode
        mov     al, 0A8h
        call    kbc_command
        pop     ax
        ret

; Back to normal: with the keyboard alone, or with keyboard and mouse. Keep all registers.
mouse_restore_keyboard:
        push    ax
        mov     ah, 65h
        call    kbc_write_mode
        pop     ax
        ret
mouse_restore_both:
        push    ax
        mov     ah, 47h                 ; translation, system flag, both interrupts, both open
        call    kbc_write_mode
        pop     ax
        ret

; AH = command byte.
kbc_write_mode:
        pushf
        cli
        mov     al, 60h
        call    kbc_command
        mov     al, ah
        call    kbc_data
        popf
        ret

; Let INT 09h take what the keyboard has already sent before the keyboard is closed.
kbc_settle:
        push    ax
        push    cx
        mov     al, 0ADh
        call    kbc_command
        mov     cx, 132
.next:
        in      al, KBD_COMMAND
        test    al, 21h
        jz      .done
        test    al, 20h
        jz      .wait
        in      al, KBD_DATA            ; a stray mouse byte
.wait:
        push    cx
        mov     cx, 1
        call    wait_refresh
        pop     cx
        loop    .next
.done:
        pop     cx
        pop     ax
        ret

; Send AL to the mouse and wait for FAh. Out: CF with AH = error.
mouse_byte:
        mov     cx, 33000               ; half a second
mouse_byte_timed:
        push    ax
        mov     al, 0D4h
        call    kbc_command
        pop     ax
        call    kbc_data
        jc      mouse_dead
.next:
        call    kbc_read
        jc      mouse_dead
        test    ah, 20h
        jz      .next                   ; not from the mouse
        cmp     al, 0FAh
        je      .done
        cmp     al, 0FEh
        mov     ah, MOUSE_RESEND
        je      .fail
        mov     ah, MOUSE_INTERFACE
.fail:  stc
        ret
.done:  clc
        ret
mouse_dead:
        mov     ah, MOUSE_INTERFACE
        stc
        ret

; Read a byte of an answer into AL. Out: CF with AH = error.
mouse_answer:
        mov     cx, 33000
.next:
        call    kbc_read
        jc      mouse_dead
        test    ah, 20h
        jz      .next
        clc
        ret

; ---------------------------------------------------------------- INT 15h/C2h
; DS = BDA at entry from int15; AL = subfunction. Returns AH = status; CF set by the caller when nonzero.
mouse_service:
        mov     es, [BDA_EBDA]
        mov     bl, al
        mov     ah, MOUSE_FUNCTION
        cmp     bl, (.end - .table) / 2
        jae     .done
        test    byte [BDA_EQUIPMENT], 04h
        mov     ah, MOUSE_INTERFACE
        jz      .done
        xor     bh, bh
        shl     bx, 1
        call    [cs:.table + bx]
.done:
        ret
.table:
        dw      mouse_enable, mouse_reset, mouse_rate, mouse_resolution
        dw      mouse_type, mouse_initialise, mouse_extended, mouse_set_handler
.end:

; 00h: BH = 1 enable, 0 disable
mouse_enable:
        mov     al, [bp + F_BH]
        cmp     al, 1
        ja      mouse_bad_input
        jb      .disable
        test    byte [es:EBDA_MOUSE_FLAGS], 80h
        mov     ah, MOUSE_HANDLER
        jz      .done
        call    mouse_quiet
        and     byte [es:EBDA_MOUSE_STATE], 0F8h
        mov     al, 0F4h
        call    mouse_byte
        jc      .shut
        call    mouse_unmask
        call    mouse_restore_both
        mov     ah, MOUSE_OK
.done:  ret
.shut:  call    mouse_restore_keyboard
        ret
.disable:
        and     byte [es:EBDA_MOUSE_STATE], 78h
        call    mouse_quiet
        mov     al, 0F5h
        call    mouse_byte

; Back to the keyboard alone; AH = 0 unless CF says that AH holds an error. Keeps CF.
mouse_close:
        jc      .shut
        mov     ah, MOUSE_OK
.shut:
        pushf
        call    mouse_restore_keyboard
        popf
        ret

; Back to what was: a mouse that was reporting (bit 7 of EBDA_MOUSE_STATE) goes on. AH as in mouse_close.
mouse_reopen:
        jc      .keep
        mov     ah, MOUSE_OK
.keep:
        test    byte [es:EBDA_MOUSE_STATE], 80h
        jz      .keyboard
        push    ax
        mov     al, 0F4h
        call    mouse_byte
        pop     ax
        jmp     mouse_restore_both
.keyboard:
        jmp     mouse_restore_keyboard

mouse_bad_input:
        mov     ah, MOUSE_INPUT
        ret

; Let IRQ 12 through and note that the mouse reports.
mouse_unmask:
        pushf
        cli
        in      al, PIC2 + 1
        and     al, 0EFh
        out     PIC2 + 1, al
        in      al, PIC1 + 1
        and     al, 0FBh
        out     PIC1 + 1, al
        or      byte [es:EBDA_MOUSE_STATE], 80h
        popf
        ret

; Pause a reporting mouse before parameters are changed.
mouse_pause:
        call    mouse_quiet
        test    byte [es:EBDA_MOUSE_STATE], 80h
        jz      .done
        mov     al, 0F5h
        call    mouse_byte
.done:  ret

; 05h: BH = package size. Then as 01h.
mouse_initialise:
        mov     al, [bp + F_BH]
        dec     al
        cmp     al, 7
        ja      mouse_bad_input
        and     byte [es:EBDA_MOUSE_FLAGS], 0F8h
        or      [es:EBDA_MOUSE_FLAGS], al
        call    mouse_do_reset
        ret

; 01h: BL = AAh, BH = device ID
mouse_reset:
        call    mouse_do_reset
        jc      .done
        mov     [bp + F_BX], bx
.done:  ret

mouse_do_reset:
        and     byte [es:EBDA_MOUSE_STATE], 78h
        call    mouse_quiet
        mov     al, 0FFh
        call    mouse_byte
        jc      .out
        mov     cx, 65000               ; its self test may take a second
        call    mouse_answer.next
        jc      .out
        mov     bl, al
        call    mouse_answer
        jc      .out
        mov     bh, al
.out:   jmp     mouse_close

; 02h: BH = sample rate code
mouse_rate:
        mov     bl, [bp + F_BH]
        cmp     bl, 6
        ja      mouse_bad_input
        xor     bh, bh
        mov     dl, [cs:.rates + bx]
        mov     dh, 0F3h
        jmp     short mouse_parameter
.rates: db      10, 20, 40, 60, 80, 100, 200

; 03h: BH = resolution code
mouse_resolution:
        mov     dl, [bp + F_BH]
        cmp     dl, 3
        ja      mouse_bad_input
        mov     dh, 0E8h
; Command DH with parameter DL.
mouse_parameter:
        call    mouse_pause
        mov     al, dh
        call    mouse_byte
        jc      .out
        mov     al, dl
        call    mouse_byte
.out:   jmp     mouse_reopen

; 04h: BH = device ID
mouse_type:
        call    mouse_pause
        mov     al, 0F2h
        call    mouse_byte
        jc      .out
        call    mouse_answer
        jc      .out
        mov     [bp + F_BH], al
        clc
.out:   jmp     mouse_reopen

; 06h: BH = 0 status in BL, CL, DL; 1 scaling 1:1; 2 scaling 2:1
mouse_extended:
        mov     al, [bp + F_BH]
        cmp     al, 2
        ja      mouse_bad_input
        mov     dl, al
        call    mouse_pause
        mov     al, 0E9h
        test    dl, dl
        jz      .status
        mov     al, 0E5h                ; E6h is 1:1, E7h is 2:1
        add     al, dl
        call    mouse_byte
        jmp     mouse_reopen
.status:
        call    mouse_byte
        jc      .out
        call    mouse_answer
        jc      .out
        test    byte [es:EBDA_MOUSE_STATE], 80h
        jz      .quiet
        or      al, 20h                 ; paused by us only
.quiet: mov     [bp + F_BL], al
        call    mouse_answer
        jc      .out
        mov     [bp + F_CL], al
        call    mouse_answer
        jc      .out
        mov     [bp + F_DL], al
        clc
.out:   jmp     mouse_reopen

; 07h: ES:BX = handler, 0:0 removes it
mouse_set_handler:
        pushf
        cli
        mov     ax, [bp + F_BX]
        mov     [es:EBDA_MOUSE_CALL], ax
        mov     dx, [bp + F_ES]
        mov     [es:EBDA_MOUSE_CALL + 2], dx
        or      ax, dx
        jz      .remove
        or      byte [es:EBDA_MOUSE_FLAGS], 80h
        jmp     short .done
.remove:
        and     byte [es:EBDA_MOUSE_FLAGS], 7Fh
.done:
        popf
        mov     ah, MOUSE_OK
        ret

; ---------------------------------------------------------------- INT 74h: IRQ 12
int74:
        FRAME
        cld
        in      al, KBD_COMMAND
        and     al, 21h
        cmp     al, 21h
        jne     .done
        in      al, KBD_DATA
        DS_EBDA bx
        test    byte [EBDA_MOUSE_FLAGS], 80h
        jz      .done
        mov     bl, [EBDA_MOUSE_STATE]
        and     bx, 0007h
        test    bx, bx
        jnz     .store
        mov     ah, [EBDA_MOUSE_FLAGS]
        and     ah, 07h
        cmp     ah, 2
        jne     .store
        test    al, 08h                 ; the first byte of a standard packet has this bit
        jz      .done
.store:
        mov     [EBDA_MOUSE_DATA + bx], al
        mov     al, [EBDA_MOUSE_FLAGS]
        and     al, 07h
        cmp     bl, al
        jae     .complete
        inc     byte [EBDA_MOUSE_STATE]
        jmp     short .done
.complete:
        and     byte [EBDA_MOUSE_STATE], 0F8h
        xor     ah, ah
        mov     al, [EBDA_MOUSE_DATA]
        push    ax
        mov     al, [EBDA_MOUSE_DATA + 1]
        push    ax
        mov     al, [EBDA_MOUSE_DATA + 2]
        push    ax
        mov     al, [EBDA_MOUSE_DATA + 3]
        push    ax
        mov     al, 20h                 ; the handler may take long
        out     PIC2, al
        out     PIC1, al
        sti
        call    far [EBDA_MOUSE_CALL]
        cli
        add     sp, 8
        jmp     short .out
.done:
        mov     al, 20h
        out     PIC2, al
        out     PIC1, al
.out:   LEAVE_INT
