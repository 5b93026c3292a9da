; ATAPI CD-ROM: packets, sense, and block reads that may begin and end inside a block.
; DS = EBDA, SI = device record.

CD_BLOCK_WORDS  equ     1024
CD_CHUNK        equ     16              ; blocks a command

SENSE_KEY       equ     2
SENSE_ASC       equ     12

; ---------------------------------------------------------------- packets
; Send EBDA_PACKET and take the data it brings: EBDA_RQ_SKIP words are thrown away, EBDA_RQ_TAKE
; words go to the request's buffer, the rest is thrown away. Out: CF on an error.
; Destroys AX, BX, CX, DX, DI. Keeps ES.
atapi_packet:
        push    es
        mov     dx, [si + DEV_CONTROL]
        mov     al, 0Ah
        out     dx, al
        mov     dx, [si + DEV_PORT]
        add     dx, ATA_SELECT
        mov     al, [si + DEV_SELECT]
        out     dx, al
        call    ata_not_busy
        jc      .end
        mov     dx, [si + DEV_PORT]
        inc     dx                      ; features: no DMA, no overlap
        xor     al, al
        out     dx, al
        add     dx, ATA_LBA_MID - ATA_ERROR
        out     dx, al                  ; at most 2048 bytes at a time
        inc     dx
        mov     al, 08h
        out     dx, al
        inc     dx
        inc     dx
        mov     al, 0A0h                ; PACKET
        out     dx, al
        call    ata_data_ready
        jc      .end
        jz      .wrong
        mov     ax, ds
        mov     es, ax
        mov     di, EBDA_PACKET
        mov     cx, 6
        call    ata_words_out
.phase:
        call    ata_data_ready
        jc      .end
        jz      .end                    ; no more data: done (TEST cleared CF)
        mov     dx, [si + DEV_PORT]
        add     dx, ATA_LBA_MID
        in      al, dx
        mov     bl, al
        inc     dx
        in      al, dx
        mov     bh, al
        inc     bx
        shr     bx, 1                   ; BX = words in this phase
        jz      .wrong
        ; in front
        mov     cx, [EBDA_RQ_SKIP]
        cmp     cx, bx
        jbe     .skip
        mov     cx, bx
.skip:
        sub     [EBDA_RQ_SKIP], cx
        sub     bx, cx
        call    atapi_discard
        ; for the caller
        mov     cx, [EBDA_RQ_TAKE]
        cmp     word [EBDA_RQ_TAKE + 2], 0
        jne     .all
        cmp     cx, bx
        jbe     .take
.all:
        mov     cx, bx
.take:
        jcxz    .behind
        sub     [EBDA_RQ_TAKE], cx
        sbb     word [EBDA_RQ_TAKE + 2], 0
        sub     bx, cx
        les     di, [EBDA_RQ_OFFSET]
        call    ata_words_in
        mov     ax, di                  ; keep the offset small
        and     di, 000Fh
        mov     [EBDA_RQ_OFFSET], di
        mov     cl, 4
        shr     ax, cl
        add     [EBDA_RQ_SEG], ax
.behind:
        mov     cx, bx
        call    atapi_discard
        jmp     .phase
.wrong:
        stc
.end:
        pushf
        call    ata_quiet
        popf
        pop     es
        ret

; Read CX words and forget them.
atapi_discard:
        jcxz    .done
        mov     dx, [si + DEV_PORT]
.next:
        in      ax, dx
        loop    .next
.done:  ret

; An empty packet with operation AL. Keeps AL.
atapi_clear:
        mov     word [EBDA_PACKET], 0
        mov     word [EBDA_PACKET + 2], 0
        mov     word [EBDA_PACKET + 4], 0
        mov     word [EBDA_PACKET + 6], 0
        mov     word [EBDA_PACKET + 8], 0
        mov     word [EBDA_PACKET + 10], 0
        mov     [EBDA_PACKET], al
        ret

; Why did a command fail? Out: AL = sense key, AH = additional sense code. Keeps the request.
atapi_sense:
        push    word [EBDA_RQ_SKIP]
        push    word [EBDA_RQ_TAKE]
        push    word [EBDA_RQ_TAKE + 2]
        push    word [EBDA_RQ_OFFSET]
        push    word [EBDA_RQ_SEG]
        mov     word [EBDA_SENSE + SENSE_KEY], 0
        mov     word [EBDA_SENSE + SENSE_ASC], 0
        mov     al, 03h                 ; REQUEST SENSE
        call    atapi_clear
        mov     byte [EBDA_PACKET + 4], 18
        mov     word [EBDA_RQ_SKIP], 0
        mov     word [EBDA_RQ_TAKE], 9
        mov     word [EBDA_RQ_TAKE + 2], 0
        mov     word [EBDA_RQ_OFFSET], EBDA_SENSE
        mov     [EBDA_RQ_SEG], ds
        call    atapi_packet
        mov     al, [EBDA_SENSE + SENSE_KEY]
        and     al, 0Fh
        mov     ah, [EBDA_SENSE + SENSE_ASC]
        pop     word [EBDA_RQ_SEG]
        pop     word [EBDA_RQ_OFFSET]
        pop     word [EBDA_RQ_TAKE + 2]
        pop     word [EBDA_RQ_TAKE]
        pop     word [EBDA_RQ_SKIP]
        ret

; A packet without data in EBDA_PACKET. Out: CF with AH = INT 13h status.
atapi_simple:
        mov     word [EBDA_RQ_SKIP], 0
        mov     word [EBDA_RQ_TAKE], 0
        mov     word [EBDA_RQ_TAKE + 2], 0
        call    atapi_packet
        mov     ah, 0
        jnc     .done
        call    atapi_sense
        call    atapi_status
        stc
.done:  ret

; AH = INT 13h status for sense AL, AH.
atapi_status:
        cmp     al, 6
        je      .changed
        cmp     al, 2
        je      .not_ready
        mov     ah, 04h                 ; medium error: sector not found
        cmp     al, 3
        je      .done
        mov     ah, 01h
        cmp     al, 5
        je      .done
        mov     ah, 20h
.done:  ret
.changed:
        or      byte [si + DEV_FLAGS], DEVF_CHANGED
        mov     ah, 06h
        ret
.not_ready:
        cmp     ah, 3Ah
        mov     ah, 31h                 ; no medium
        je      .done
        mov     ah, 0AAh
        ret

; Is there a disc, and is it ready? Unit attentions are read away, a drive that is becoming ready gets
; up to eight seconds. Out: CF with AH = status.
atapi_ready:
        push    bp
        mov     bp, 80
.again:
        mov     al, 00h                 ; TEST UNIT READY
        call    atapi_clear
        call    atapi_simple
        jnc     .done
        cmp     ah, 06h
        je      .next
        cmp     ah, 0AAh
        jne     .fail
        cmp     byte [EBDA_SENSE + SENSE_ASC], 04h
        jne     .fail
        mov     cx, 6600                ; 100 ms
        call    wait_refresh
.next:
        dec     bp
        jnz     .again
.fail:
        stc
.done:
        pop     bp
        ret

; ---------------------------------------------------------------- reading
; EBDA_RQ_LBA = first block, EBDA_RQ_SKIP = words to leave out in front, EBDA_RQ_TAKE = words wanted,
; buffer in EBDA_RQ_OFFSET. Out: AH = status, CF on error.
cd_request:
        mov     si, [EBDA_RQ_DEVICE]
        mov     byte [EBDA_RQ_ISFLAT], 0
        call    ata_normalise
.command:
        mov     ax, [EBDA_RQ_TAKE]
        mov     dx, [EBDA_RQ_TAKE + 2]
        mov     cx, ax
        or      cx, dx
        mov     ah, 0
        jz      .done                   ; OR cleared CF
        mov     ax, [EBDA_RQ_TAKE]
        add     ax, [EBDA_RQ_SKIP]      ; blocks = (skip + take + 1023) / 1024, at most CD_CHUNK
        adc     dx, 0
        add     ax, CD_BLOCK_WORDS - 1
        adc     dx, 0
        cmp     dx, CD_CHUNK * CD_BLOCK_WORDS >> 16
        ja      .most
        mov     cl, 10
        shr     ax, cl
        cmp     ax, CD_CHUNK
        jbe     .blocks
.most:
        mov     ax, CD_CHUNK
.blocks:
        mov     [EBDA_RQ_CHUNK], ax
        mov     cx, 5                   ; attempts
.attempt:
        push    cx
        mov     al, 28h                 ; READ (10)
        call    atapi_clear
        mov     ax, [EBDA_RQ_LBA]
        xchg    al, ah
        mov     [EBDA_PACKET + 4], ax
        mov     ax, [EBDA_RQ_LBA + 2]
        xchg    al, ah
        mov     [EBDA_PACKET + 2], ax
        mov     ax, [EBDA_RQ_CHUNK]
        xchg    al, ah
        mov     [EBDA_PACKET + 7], ax
        ; What is taken now ends with this chunk; a failed command must not count.
        push    word [EBDA_RQ_SKIP]
        push    word [EBDA_RQ_TAKE]
        push    word [EBDA_RQ_TAKE + 2]
        push    word [EBDA_RQ_OFFSET]
        push    word [EBDA_RQ_SEG]
        call    atapi_packet
        jc      .failed
        add     sp, 10
        pop     cx
        mov     ax, [EBDA_RQ_CHUNK]
        add     [EBDA_RQ_LBA], ax
        adc     word [EBDA_RQ_LBA + 2], 0
        jmp     .command
.failed:
        pop     word [EBDA_RQ_SEG]
        pop     word [EBDA_RQ_OFFSET]
        pop     word [EBDA_RQ_TAKE + 2]
        pop     word [EBDA_RQ_TAKE]
        pop     word [EBDA_RQ_SKIP]
        call    atapi_sense
        call    atapi_status
        pop     cx
        cmp     ah, 06h
        je      .retry
        cmp     ah, 0AAh
        jne     .error
        push    cx
        call    atapi_ready
        pop     cx
        jc      .error
.retry:
        loop    .attempt
.error:
        stc
.done:  ret
