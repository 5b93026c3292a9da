; The first sectors of an El Torito image. Tells on port E9h which drive it was started from, then
; - as a floppy or disk image: the geometry of INT 13h/08h, sectors 2 and 4, what a write answers;
; - without emulation: EDD on the CD: block 16, sector size, the locks;
; then the specification packet of 4B01h, and ends the emulation. `BIOSGuestTests` wraps it into an ISO image.

        cpu     8086
        bits    16
        org     7C00h

start:
        xor     ax, ax
        mov     ds, ax
        mov     es, ax
        mov     ss, ax
        mov     sp, 7C00h
        sti
        cld
        mov     [drive], dl
        mov     al, dl
        call    byte_out
        cmp     dl, 0E0h
        jae     plain

        mov     ah, 08h
        int     13h
        push    ds
        pop     es
        mov     al, ch
        call    byte_out
        mov     al, cl
        call    byte_out
        mov     al, dh
        call    byte_out
        mov     al, dl
        call    byte_out
        mov     ax, 0203h
        mov     cx, 0002h
        call    transfer
        call    byte_out
        mov     si, 8000h
        call    text_out
        mov     si, 8400h
        call    text_out
        mov     ax, 0301h
        mov     cx, 0002h
        call    transfer
        call    byte_out
        jmp     specification

plain:
        mov     ah, 41h
        mov     bx, 55AAh
        call    service
        mov     al, ah
        call    byte_out
        mov     al, cl
        call    byte_out
        mov     si, packet
        mov     ah, 42h
        call    service
        mov     si, 8001h
        mov     byte [8006h], 0
        call    text_out
        mov     word [9000h], 1Eh
        mov     si, 9000h
        mov     ah, 48h
        call    service
        mov     al, [9000h + 25]        ; sector size / 256
        call    byte_out
        mov     ax, 4500h               ; lock
        call    service
        call    byte_out
        mov     ax, 4600h               ; eject is refused
        call    service
        mov     al, ah
        call    byte_out
        mov     ax, 4501h               ; unlock
        call    service
        call    byte_out
        mov     ax, 4501h               ; once too often
        call    service
        mov     al, ah
        call    byte_out

specification:
        call    line_out
        mov     ax, 4B01h
        mov     si, 9000h
        call    service
        mov     cx, 19
        mov     si, 9000h
.next:
        lodsb
        call    byte_out
        loop    .next
        mov     ax, 4B00h
        mov     si, 9000h
        call    service
        mov     al, ah
        call    byte_out
        mov     ax, 4B01h               ; nothing is emulated now
        mov     si, 9000h
        call    service
        mov     al, ah
        call    byte_out
        call    line_out
        xor     al, al
        out     0F4h, al
        cli
        hlt

; INT 13h for our drive; `transfer` with head 0 and buffer 8000h, and with the status in AL.
transfer:
        mov     bx, 8000h
        mov     dh, 0
        call    service
        mov     al, ah
        ret
service:
        mov     dl, [drive]
        int     13h
        ret

byte_out:
        push    ax
        push    cx
        mov     cl, 4
        shr     al, cl
        call    .digit
        pop     cx
        pop     ax
        push    ax
        and     al, 0Fh
        call    .digit
        mov     al, ' '
        out     0E9h, al
        pop     ax
        ret
.digit:
        add     al, '0'
        cmp     al, '9'
        jbe     .decimal
        add     al, 7
.decimal:
        out     0E9h, al
        ret
text_out:
        lodsb
        test    al, al
        jz      .done
        out     0E9h, al
        jmp     text_out
.done:  ret
line_out:
        mov     al, 10
        out     0E9h, al
        ret

drive:          db      0
packet:         db      16, 0
                dw      1, 8000h, 0
                dd      16, 0

        times   1BEh - ($ - $$) db 0
        db      80h, 0, 2, 0, 6, 3, 17, 5       ; a partition that ends at cylinder 5, head 3, sector 17
        dd      1, 100
        times   510 - ($ - $$) db 0
        dw      0AA55h
        db      "second ", 0
        times   3 * 512 - ($ - $$) db 0
        db      "fourth ", 0
        times   4 * 512 - ($ - $$) db 0
