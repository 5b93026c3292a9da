; Finding ATA and ATAPI devices at POST.
; DS = EBDA, SI = device record unless a routine says otherwise.

; ---------------------------------------------------------------- POST
ata_channels:   dw      1F0h, 3F6h, 170h, 376h

; DS = BDA at entry and exit.
ata_post:
        mov     ax, [BDA_EBDA]
        mov     ds, ax
        mov     word [EBDA_HD_MAP], 0FFFFh
        mov     word [EBDA_HD_MAP + 2], 0FFFFh
        mov     si, EBDA_DEVICE
        xor     bx, bx                  ; channel * 4
.channel:
        mov     dx, [cs:ata_channels + bx]
        mov     ax, [cs:ata_channels + bx + 2]
        mov     cl, 0A0h
        call    .record
        add     si, DEV_SIZE
        mov     cl, 0B0h
        call    .record
        sub     si, DEV_SIZE
        push    bx
        call    ata_post_channel
        pop     bx
        add     si, DEV_SIZE * 2
        add     bx, 4
        cmp     bx, 8
        jb      .channel
        ; Number the disks and CD-ROMs in the order found.
        mov     si, EBDA_DEVICE
        xor     bx, bx                  ; BL = disks, BH = CD-ROMs
        xor     cx, cx                  ; device number
.number:
        mov     al, [si + DEV_TYPE]
        cmp     al, DEV_ATA
        jne     .not_disk
        push    bx
        xor     bh, bh
        mov     [EBDA_HD_MAP + bx], cl
        pop     bx
        inc     bl
        jmp     short .numbered
.not_disk:
        cmp     al, DEV_ATAPI
        jne     .numbered
        push    bx
        mov     bl, bh
        xor     bh, bh
        mov     [EBDA_CD_MAP + bx], cl
        pop     bx
        inc     bh
.numbered:
        add     si, DEV_SIZE
        inc     cx
        cmp     cx, 4
        jb      .number
        mov     [EBDA_CD_COUNT], bh
        push    bx
        call    disk_tables
        pop     bx
        LOAD_DS BDA_SEG, ax
        mov     [BDA_HD_COUNT], bl
        ret

; Fill the fixed part of a record: DX, AX = ports, CL = select byte.
.record:
        mov     [si + DEV_PORT], dx
        mov     [si + DEV_CONTROL], ax
        mov     [si + DEV_SELECT], cl
        mov     byte [si + DEV_TYPE], DEV_NONE
        ret

; One channel: SI = its first record.
ata_post_channel:
        mov     dx, [si + DEV_PORT]
        add     dx, ATA_STATUS
        in      al, dx
        cmp     al, 0FFh                ; nothing drives the bus
        je      .done
        call    ata_registers           ; does the master keep its registers?
        jnc     .reset
        add     si, DEV_SIZE
        call    ata_registers
        pushf
        sub     si, DEV_SIZE
        popf
        jc      .done
.reset:
        mov     dx, [si + DEV_CONTROL]
        mov     al, 0Eh                 ; software reset, no interrupts
        out     dx, al
        mov     cx, 2
        call    wait_refresh
        mov     al, 0Ah
        out     dx, al
        mov     cx, 140                 ; 2 ms
        call    wait_refresh
        mov     al, [si + DEV_SELECT]
        mov     dx, [si + DEV_PORT]
        add     dx, ATA_SELECT
        out     dx, al
        call    ata_not_busy            ; spinning up may take its time
        jc      .done
        call    ata_identify
        add     si, DEV_SIZE
        call    ata_identify
        sub     si, DEV_SIZE
        mov     dx, [si + DEV_CONTROL]
        mov     al, 08h                 ; interrupts on again
        out     dx, al
        mov     dx, [si + DEV_PORT]
        add     dx, ATA_STATUS
        in      al, dx
.done:  ret

; Select the device SI and see whether it keeps two registers. Out: CF when not.
ata_registers:
        mov     dx, [si + DEV_PORT]
        add     dx, ATA_SELECT
        mov     al, [si + DEV_SELECT]
        out     dx, al
        call    ata_400ns
        sub     dx, ATA_SELECT - ATA_COUNT
        mov     al, 55h
        out     dx, al
        inc     dx
        mov     al, 0AAh
        out     dx, al
        dec     dx
        in      al, dx
        cmp     al, 55h
        jne     .no
        inc     dx
        in      al, dx
        cmp     al, 0AAh
        jne     .no
        clc
        ret
.no:    stc
        ret

; Four reads of the alternate status. Keeps all registers.
ata_400ns:
        push    ax
        push    dx
        mov     dx, [si + DEV_CONTROL]
        in      al, dx
        in      al, dx
        in      al, dx
        in      al, dx
        pop     dx
        pop     ax
        ret

; Wait for BSY to go, up to 31 seconds. Out: AL = status; CF when it stays. Destroys CX.
ata_not_busy:
        push    bx
        push    dx
        mov     dx, [si + DEV_PORT]
        add     dx, ATA_STATUS
        call    ata_400ns
        in      al, dx
        test    al, ATA_BSY
        jz      .done                   ; TEST cleared CF
        mov     bx, 31                  ; 65536 refresh changes are a second
.second:
        xor     cx, cx
.poll:
        in      al, dx
        test    al, ATA_BSY
        jz      .done
        push    cx
        mov     cx, 1
        call    wait_refresh
        pop     cx
        loop    .poll
        dec     bx
        jnz     .second
        stc
.done:
        pop     dx
        pop     bx
        ret

; Wait for data or the end. Out: AL = status, CF when it is an error, ZF when there is no data.
ata_data_ready:
        call    ata_not_busy
        jc      .done
        test    al, ATA_ERR | ATA_DF
        jnz     .error
        test    al, ATA_DRQ
        ret                             ; TEST cleared CF
.error:
        stc
.done:  ret

; What is at record SI?
ata_identify:
        mov     dx, [si + DEV_PORT]
        add     dx, ATA_SELECT
        mov     al, [si + DEV_SELECT]
        out     dx, al
        call    ata_400ns
        inc     dx
        in      al, dx
        cmp     al, 0FFh
        je      .none
        call    ata_not_busy
        jc      .none
        mov     al, 0ECh                ; IDENTIFY DEVICE
        out     dx, al
        call    ata_400ns
        in      al, dx
        test    al, al
        jz      .packet                 ; nobody, or a packet device that ignores it
        call    ata_data_ready
        jc      .packet
        jz      .packet
        mov     byte [si + DEV_TYPE], DEV_ATA
        call    ata_identify_read
        jmp     ata_describe
.packet:
        mov     dx, [si + DEV_PORT]
        add     dx, ATA_LBA_MID
        in      al, dx
        cmp     al, 14h
        jne     .none
        inc     dx
        in      al, dx
        cmp     al, 0EBh
        jne     .none
        inc     dx
        inc     dx
        mov     al, 0A1h                ; IDENTIFY PACKET DEVICE
        out     dx, al
        call    ata_data_ready
        jc      .none
        jz      .none
        call    ata_identify_read
        push    es
        mov     ax, POST_BUFFER_SEG
        mov     es, ax
        mov     ax, [es:0]
        pop     es
        and     ah, 1Fh                 ; a CD-ROM: command set 5
        cmp     ah, 05h
        jne     .none
        mov     byte [si + DEV_TYPE], DEV_ATAPI
        mov     byte [si + DEV_FLAGS], DEVF_REMOVABLE
.none:
        ret

; Read the 256 words to the POST buffer.
ata_identify_read:
        push    es
        mov     ax, POST_BUFFER_SEG
        mov     es, ax
        xor     di, di
        mov     cx, 256
        call    ata_words_in
        pop     es
        ret

; CX words from the device SI to ES:DI.
ata_words_in:
        push    dx
        mov     dx, [si + DEV_PORT]
        cmp     byte [EBDA_CPU], CPU_80186
        jb      .slow
        cpu     186
        rep     insw
        cpu     8086
        pop     dx
        ret
.slow:
        in      ax, dx
        stosw
        loop    .slow
        pop     dx
        ret

; CX words from ES:DI to the device SI.
ata_words_out:
        push    dx
        push    si
        mov     dx, [si + DEV_PORT]
        mov     si, di
        cmp     byte [EBDA_CPU], CPU_80186
        jb      .slow
        cpu     186
        es      rep outsw
        cpu     8086
        jmp     short .done
.slow:
        es      lodsw
        out     dx, ax
        loop    .slow
.done:
        mov     di, si
        pop     si
        pop     dx
        ret

; Take geometry, size and abilities from the IDENTIFY data in the POST buffer.
ata_describe:
        push    es
        mov     ax, POST_BUFFER_SEG
        mov     es, ax
        mov     ax, [es:1 * 2]
        mov     [si + DEV_PCYL], ax
        mov     ax, [es:3 * 2]
        mov     [si + DEV_PHEADS], ax
        mov     ax, [es:6 * 2]
        mov     [si + DEV_PSPT], ax
        mov     ax, [es:3 * 2]          ; without LBA: cylinders * heads * sectors
        mul     word [es:6 * 2]
        mul     word [es:1 * 2]
        mov     [si + DEV_TOTAL], ax
        mov     [si + DEV_TOTAL + 2], dx
        xor     ax, ax
        mov     [si + DEV_TOTAL + 4], ax
        mov     [si + DEV_TOTAL + 6], ax
        test    byte [es:49 * 2 + 1], 02h
        jz      .geometry
        or      byte [si + DEV_FLAGS], DEVF_LBA
        mov     ax, [es:60 * 2]
        mov     dx, [es:61 * 2]
        mov     [si + DEV_TOTAL], ax
        mov     [si + DEV_TOTAL + 2], dx
        mov     ax, [es:83 * 2]
        and     ah, 0C4h                ; bits 15-14 = 01: the word counts; bit 10: LBA48
        cmp     ah, 44h
        jne     .geometry
        or      byte [si + DEV_FLAGS], DEVF_LBA48
        mov     ax, [es:100 * 2]
        or      ax, [es:101 * 2]
        or      ax, [es:102 * 2]
        or      ax, [es:103 * 2]
        jz      .geometry
        push    di
        push    cx
        mov     di, 100 * 2
        mov     cx, 4
        push    si
.size:
        mov     ax, [es:di]
        mov     [si + DEV_TOTAL], ax
        inc     di
        inc     di
        inc     si
        inc     si
        loop    .size
        pop     si
        pop     cx
        pop     di
.geometry:
        call    ata_translate
        ; Drives that only know cylinders, heads and sectors are told which.
        test    byte [si + DEV_FLAGS], DEVF_LBA
        jnz     .done
        mov     dx, [si + DEV_PORT]
        add     dx, ATA_COUNT
        mov     al, [si + DEV_PSPT]
        out     dx, al
        add     dx, ATA_SELECT - ATA_COUNT
        mov     al, [si + DEV_PHEADS]
        dec     al
        and     al, 0Fh
        or      al, [si + DEV_SELECT]
        out     dx, al
        inc     dx
        mov     al, 91h                 ; INITIALIZE DEVICE PARAMETERS
        out     dx, al
        call    ata_not_busy
.done:
        pop     es
        ret

; The geometry INT 13h shows: as the drive has it up to 1024 cylinders; beyond, fewer cylinders and more
; heads: LBA-assisted (63 sectors) where the drive knows LBA, else shifted by powers of two.
ata_translate:
        mov     ax, [si + DEV_PCYL]
        mov     bx, [si + DEV_PHEADS]
        mov     cx, [si + DEV_PSPT]
        cmp     ax, 1024
        jbe     .store
        or      byte [si + DEV_FLAGS], DEVF_TRANSLATED
        test    byte [si + DEV_FLAGS], DEVF_LBA
        jnz     .assisted
.shift:
        cmp     bx, 64
        ja      .store_clipped
        shr     ax, 1
        shl     bx, 1
        cmp     ax, 1024
        ja      .shift
        jmp     short .store
.assisted:
        mov     cx, 63
        mov     bx, 255
        mov     ax, 1024
        mov     dx, [si + DEV_TOTAL + 4]
        or      dx, [si + DEV_TOTAL + 6]
        jnz     .store                  ; beyond 2 TiB
        mov     ax, [si + DEV_TOTAL + 2]
        xor     dx, dx                  ; total / 63 -> DX:AX
        div     cx
        push    ax
        mov     ax, [si + DEV_TOTAL]
        div     cx
        pop     dx
        cmp     dx, 4
        jae     .largest                ; 2^18 tracks fill 1024 cylinders of 255 heads
        ; The fewest heads that keep the cylinders in ten bits: 16, 32, 64, 128, 255.
        push    ax
        push    dx
        mov     cl, 10
        shr     ax, cl
        mov     cl, 6
        shl     dx, cl
        or      dx, ax
        mov     cx, dx                  ; CX = tracks / 1024
        pop     dx
        pop     ax
        mov     bx, 16
.heads:
        cmp     cx, bx
        jb      .divide
        shl     bx, 1
        cmp     bx, 256
        jb      .heads
        mov     bx, 255
.divide:
        mov     cx, 63
        div     bx
        jmp     short .store
.largest:
        mov     cx, 63
        mov     bx, 255
.store_clipped:
        mov     ax, 1024
.store:
        cmp     ax, 1024
        ja      .store_clipped
        mov     [si + DEV_CYL], ax
        mov     [si + DEV_HEADS], bx
        mov     [si + DEV_SPT], cx
        ret
