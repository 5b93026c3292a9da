; Interrupts nobody else owns: NMI, print screen, equipment, memory, stray hardware requests.

; ---------------------------------------------------------------- INT 02h: NMI
; Parity and channel checks of the AT board stop the machine; anything else is ignored.
int02:
        push    ax
        in      al, SYSTEM_B
        test    al, 0C0h
        jz      .done
        push    bx
        push    si
        mov     si, text_nmi
        call    print_string
        cli
.halt:  hlt
        jmp     .halt
.done:  pop     ax
        iret
text_nmi:       db      13, 10, "Memory or channel check. System halted.", 13, 10, 0

; ---------------------------------------------------------------- INT 75h: coprocessor error
; IRQ 13 becomes the NMI that an 8087 would have raised.
int75:
        push    ax
        xor     al, al
        out     0F0h, al                ; release BUSY
        mov     al, 20h
        out     PIC2, al
        out     PIC1, al
        pop     ax
        int     02h
        iret

; ---------------------------------------------------------------- INT 71h: IRQ 9 stands for IRQ 2
int71:
        push    ax
        mov     al, 20h
        out     PIC2, al
        pop     ax
        int     0Ah
        iret

; ---------------------------------------------------------------- requests without an owner
; Mask what really is in service (all but the cascade), so that a stuck line cannot hold the machine.
irq_unexpected:
        push    ax
        mov     al, 0Bh                 ; read the in-service register
        out     PIC1, al
        IO_DELAY
        in      al, PIC1
        test    al, al
        jz      .done                   ; not a hardware request
        and     al, ~04h & 0FFh
        mov     ah, al
        in      al, PIC1 + 1
        or      al, ah
        out     PIC1 + 1, al
        mov     al, 20h
        out     PIC1, al
.done:
        pop     ax
        iret

irq7_unexpected:
        push    ax
        mov     al, 0Bh
        out     PIC1, al
        IO_DELAY
        in      al, PIC1
        test    al, 80h                 ; a spurious request leaves no trace in service
        jz      .done
        mov     al, 20h
        out     PIC1, al
.done:  pop     ax
        iret

irq15_unexpected:
        push    ax
        push    dx
        mov     dx, 177h                ; the second disk channel is polled: quiet it
        in      al, dx
        mov     al, 0Bh
        out     PIC2, al
        IO_DELAY
        in      al, PIC2
        test    al, 80h
        jz      .cascade
        mov     al, 20h
        out     PIC2, al
.cascade:
        mov     al, 20h
        out     PIC1, al
        pop     dx
        pop     ax
        iret

irq_unexpected_slave:
        push    ax
        mov     al, 0Bh
        out     PIC2, al
        IO_DELAY
        in      al, PIC2
        test    al, al
        jz      .done
        mov     ah, al
        in      al, PIC2 + 1
        or      al, ah
        out     PIC2 + 1, al
        mov     al, 20h
        out     PIC2, al
        out     PIC1, al
.done:  pop     ax
        iret

; ---------------------------------------------------------------- INT 11h, INT 12h
int11:
        sti
        push    ds
        LOAD_DS BDA_SEG, ax
        mov     ax, [BDA_EQUIPMENT]
        pop     ds
        iret

int12:
        sti
        push    ds
        LOAD_DS BDA_SEG, ax
        mov     ax, [BDA_MEMORY]
        pop     ds
        iret

; ---------------------------------------------------------------- INT 05h: print screen
; Status at 0050:0000: 01h while printing, FFh after an error.
int05:
        sti
        FRAME
        LOAD_DS 0050h, ax
        cmp     byte [0], 1
        je      .out
        mov     byte [0], 1
        mov     ah, 0Fh                 ; AH = columns, BH = page
        int     10h
        mov     cl, ah
        LOAD_DS BDA_SEG, ax
        mov     ch, [BDA_ROWS]
        inc     ch
        cmp     ch, 1
        ja      .rows
        mov     ch, 25
.rows:
        push    cx
        mov     ah, 03h
        int     10h                     ; DX = cursor
        pop     cx
        push    dx
        call    .new_line
        jnz     .error
        xor     dx, dx
.next:
        push    cx
        mov     ah, 02h
        int     10h
        mov     ah, 08h
        int     10h
        pop     cx
        test    al, al
        jnz     .print
        mov     al, ' '
.print:
        call    .printer
        jnz     .error
        inc     dl
        cmp     dl, cl
        jb      .next
        call    .new_line
        jnz     .error
        xor     dl, dl
        inc     dh
        cmp     dh, ch
        jb      .next
        xor     al, al
        jmp     short .end
.error: mov     al, 0FFh
.end:
        pop     dx
        push    ax
        mov     ah, 02h
        int     10h
        LOAD_DS 0050h, ax
        pop     ax
        mov     [0], al
.out:   LEAVE_INT

.new_line:
        mov     al, 13
        call    .printer
        jnz     .return
        mov     al, 10
; In: AL. Out: ZF when printed.
.printer:
        push    dx
        xor     dx, dx
        mov     ah, 00h
        int     17h
        test    ah, 29h
        pop     dx
.return:
        ret
