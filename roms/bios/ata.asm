; ATA: moving sectors by programmed I/O.
; DS = EBDA, SI = device record unless a routine says otherwise.

; Offsets from DEV_PORT
ATA_DATA        equ     0
ATA_ERROR       equ     1               ; read; write: features
ATA_COUNT       equ     2
ATA_LBA_LOW     equ     3
ATA_LBA_MID     equ     4
ATA_LBA_HIGH    equ     5
ATA_SELECT      equ     6
ATA_STATUS      equ     7               ; write: command

ATA_BSY         equ     80h
ATA_DRDY        equ     40h
ATA_DF          equ     20h
ATA_DRQ         equ     08h
ATA_ERR         equ     01h

; ---------------------------------------------------------------- INT 76h: IRQ 14
; The BIOS polls, but programs that wait for the flag find it set.
int76:
        push    ax
        push    dx
        push    ds
        LOAD_DS BDA_SEG, ax
        mov     byte [BDA_HD_IRQ], 0FFh
        mov     dx, 1F7h                ; reading the status ends the request
        in      al, dx
        mov     al, 20h
        out     PIC2, al
        out     PIC1, al
        mov     ax, 9100h
        int     15h
        pop     ds
        pop     dx
        pop     ax
        iret

; ---------------------------------------------------------------- requests
; Carry out the request EBDA_RQ_*. Out: AH = INT 13h status, EBDA_RQ_DONE; CF on error.
; Destroys AX, BX, CX, DX, DI. Keeps ES.
ata_request:
        push    es
        mov     si, [EBDA_RQ_DEVICE]
        mov     word [EBDA_RQ_DONE], 0
        mov     dx, [si + DEV_CONTROL]
        mov     al, 0Ah                 ; we poll
        out     dx, al
        call    ata_normalise
.command:
        mov     ax, [EBDA_RQ_COUNT]
        sub     ax, [EBDA_RQ_DONE]
        jz      .good
        cmp     ax, 128                 ; a command takes at most 64 KiB
        jbe     .chunk
        mov     ax, 128
.chunk:
        mov     [EBDA_RQ_CHUNK], ax
        call    ata_issue
        jc      .failed
        cmp     byte [EBDA_RQ_COMMAND], RQ_VERIFY
        je      .verified
        mov     bx, [EBDA_RQ_CHUNK]
.sector:
        call    ata_data_ready
        jc      .failed
        jz      .no_data
        call    ata_sector
        inc     word [EBDA_RQ_DONE]
        dec     bx
        jnz     .sector
        call    ata_not_busy            ; the last sector is down
        jc      .failed
        test    al, ATA_ERR | ATA_DF
        jnz     .failed
        jmp     short .next
.verified:
        call    ata_data_ready
        jc      .failed
        mov     ax, [EBDA_RQ_CHUNK]
        add     [EBDA_RQ_DONE], ax
.next:
        mov     ax, [EBDA_RQ_CHUNK]
        add     [EBDA_RQ_LBA], ax
        adc     word [EBDA_RQ_LBA + 2], 0
        adc     word [EBDA_RQ_LBA + 4], 0
        adc     word [EBDA_RQ_LBA + 6], 0
        jmp     .command
.good:
        mov     ah, 0
        clc
        jmp     short .done
.no_data:
        mov     ah, 20h                 ; out of step
        stc
        jmp     short .done
.failed:
        call    ata_error
        stc
.done:
        pushf
        push    ax
        call    ata_quiet
        pop     ax
        popf
        pop     es
        ret

; End of polling: drop a pending request, then let the device interrupt again.
ata_quiet:
        mov     dx, [si + DEV_PORT]
        add     dx, ATA_STATUS
        in      al, dx
        mov     dx, [si + DEV_CONTROL]
        mov     al, 08h
        out     dx, al
        ret

; Bring the buffer's offset below 16, so that it lasts for 64 KiB.
ata_normalise:
        cmp     byte [EBDA_RQ_ISFLAT], 0
        jne     .done
        mov     ax, [EBDA_RQ_OFFSET]
        mov     bx, ax
        and     ax, 000Fh
        mov     [EBDA_RQ_OFFSET], ax
        mov     cl, 4
        shr     bx, cl
        add     [EBDA_RQ_SEG], bx
.done:  ret

; One sector between buffer and device; the buffer moves on.
ata_sector:
        push    bx
        mov     cx, 256
        cmp     byte [EBDA_RQ_ISFLAT], 0
        jne     .flat
        mov     es, [EBDA_RQ_SEG]
        mov     di, [EBDA_RQ_OFFSET]
        cmp     byte [EBDA_RQ_COMMAND], RQ_WRITE
        je      .write
        call    ata_words_in
        jmp     short .moved
.write:
        call    ata_words_out
.moved:
        add     word [EBDA_RQ_SEG], 20h
        pop     bx
        ret
.flat:
        call    flat_sector
        pop     bx
        ret

; Give the device address, count and command. Out: CF when it is not ready.
ata_issue:
        mov     dx, [si + DEV_PORT]
        add     dx, ATA_SELECT
        mov     al, [si + DEV_SELECT]
        out     dx, al
        call    ata_not_busy
        jc      .done
        mov     dx, [si + DEV_PORT]
        add     dx, ATA_COUNT
        test    byte [si + DEV_FLAGS], DEVF_LBA
        jz      .cylinders
        ; Past 2^28 only LBA48 reaches.
        mov     ax, [EBDA_RQ_LBA]
        add     ax, [EBDA_RQ_CHUNK]
        mov     ax, [EBDA_RQ_LBA + 2]
        adc     ax, 0
        mov     bx, [EBDA_RQ_LBA + 4]
        adc     bx, 0
        or      bx, [EBDA_RQ_LBA + 6]
        jnz     .lba48
        cmp     ah, 10h
        jae     .lba48
        mov     al, [EBDA_RQ_CHUNK]
        out     dx, al
        inc     dx
        mov     ax, [EBDA_RQ_LBA]
        out     dx, al
        inc     dx
        mov     al, ah
        out     dx, al
        inc     dx
        mov     ax, [EBDA_RQ_LBA + 2]
        out     dx, al
        inc     dx
        mov     al, ah
        and     al, 0Fh
        or      al, [si + DEV_SELECT]
        or      al, 0E0h
        out     dx, al
        mov     bx, 0
        jmp     .command
.lba48:
        mov     al, [EBDA_RQ_CHUNK + 1] ; high bytes first
        out     dx, al
        inc     dx
        mov     al, [EBDA_RQ_LBA + 3]
        out     dx, al
        inc     dx
        mov     al, [EBDA_RQ_LBA + 4]
        out     dx, al
        inc     dx
        mov     al, [EBDA_RQ_LBA + 5]
        out     dx, al
        sub     dx, ATA_LBA_HIGH - ATA_COUNT
        mov     al, [EBDA_RQ_CHUNK]
        out     dx, al
        inc     dx
        mov     al, [EBDA_RQ_LBA]
        out     dx, al
        inc     dx
        mov     al, [EBDA_RQ_LBA + 1]
        out     dx, al
        inc     dx
        mov     al, [EBDA_RQ_LBA + 2]
        out     dx, al
        inc     dx
        mov     al, [si + DEV_SELECT]
        or      al, 40h
        out     dx, al
        mov     bx, 3
        jmp     short .command
.cylinders:
        mov     al, [EBDA_RQ_CHUNK]
        out     dx, al
        inc     dx
        push    dx
        mov     ax, [EBDA_RQ_LBA + 2]   ; LBA / sectors, then / heads
        xor     dx, dx
        div     word [si + DEV_PSPT]
        mov     bx, ax
        mov     ax, [EBDA_RQ_LBA]
        div     word [si + DEV_PSPT]
        mov     cx, dx                  ; CX = sector from zero
        mov     dx, bx
        cmp     dx, [si + DEV_PHEADS]
        jae     .outside
        div     word [si + DEV_PHEADS]  ; AX = cylinder, DX = head
        mov     bx, dx
        pop     dx
        xchg    ax, cx
        inc     ax
        out     dx, al
        inc     dx
        mov     al, cl
        out     dx, al
        inc     dx
        mov     al, ch
        out     dx, al
        inc     dx
        mov     al, bl
        or      al, [si + DEV_SELECT]
        out     dx, al
        mov     bx, 0
.command:
        mov     al, [EBDA_RQ_COMMAND]
        xor     ah, ah
        add     bx, ax
        mov     al, [cs:.commands + bx]
        mov     dx, [si + DEV_PORT]
        add     dx, ATA_STATUS
        out     dx, al
        call    ata_400ns
        clc
.done:  ret
.outside:
        pop     dx
        stc
        ret
.commands:
        db      20h, 30h, 40h           ; READ, WRITE, READ VERIFY SECTORS
        db      24h, 34h, 42h           ; the EXT forms

; AH = INT 13h status from the error register of device SI.
ata_error:
        mov     dx, [si + DEV_PORT]
        add     dx, ATA_STATUS
        in      al, dx
        mov     ah, 80h                 ; still busy
        test    al, ATA_BSY
        jnz     .done
        test    al, ATA_DF
        mov     ah, 20h
        jnz     .done
        mov     dx, [si + DEV_PORT]
        inc     dx
        in      al, dx
        mov     bx, .errors
.next:
        mov     ah, [cs:bx + 1]
        cmp     byte [cs:bx], 0
        je      .done
        test    al, [cs:bx]
        jnz     .done
        inc     bx
        inc     bx
        jmp     .next
.done:  ret
.errors:
        db      40h, 10h                ; uncorrectable data
        db      10h, 04h                ; no such sector
        db      80h, 0Ah                ; bad block or interface CRC
        db      02h, 40h                ; track 0 not found
        db      01h, 02h                ; no address mark
        db      20h, 06h                ; medium changed
        db      08h, 06h                ; change requested
        db      04h, 01h                ; aborted
        db      0, 0BBh

; A command without data: AL, with the select byte alone. Out: CF with AH = status.
ata_simple:
        push    ax
        mov     dx, [si + DEV_CONTROL]
        mov     al, 0Ah
        out     dx, al
        mov     dx, [si + DEV_PORT]
        add     dx, ATA_SELECT
        mov     al, [si + DEV_SELECT]
        out     dx, al
        call    ata_not_busy
        pop     ax
        jc      .failed
        mov     dx, [si + DEV_PORT]
        add     dx, ATA_STATUS
        out     dx, al
        call    ata_data_ready
        jc      .failed
        call    ata_quiet
        mov     ah, 0
        clc
        ret
.failed:
        call    ata_error
        push    ax
        call    ata_quiet
        pop     ax
        stc
        ret
