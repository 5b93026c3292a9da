; INT 13h for hard disks, by cylinder, head and sector, and what CD-ROM drives share with them.
; At entry DS = BDA, BP = frame. Services run with DS = EBDA, SI = device record.

DISK_BAD_COMMAND equ    01h
DISK_NOT_READY  equ     0AAh

; ---------------------------------------------------------------- dispatch
disk_service:
        mov     ax, [BDA_EBDA]
        mov     ds, ax
        mov     ax, [bp + F_AX]
        mov     dl, [bp + F_DL]
        cmp     ah, 4Bh
        jne     .device
        jmp     eltorito_service
.device:
        cmp     byte [EBDA_EMU_ACTIVE], 0
        je      .find
        cmp     byte [EBDA_EMU_DRIVE], 80h
        jne     .find
        cmp     dl, 0E0h
        jae     .find
        dec     dl                      ; a CD image is drive 80h
.find:
        call    disk_find
        mov     bl, ah
        jc      .absent
        xor     bh, bh
        cmp     byte [si + DEV_TYPE], DEV_ATAPI
        je      .cd
        cmp     bl, 41h
        jae     .extended
        cmp     bl, (.end - .table) / 2
        jae     .bad
        shl     bx, 1
        jmp     [cs:.table + bx]
.extended:
        cmp     bl, 4Eh
        ja      .bad
        sub     bl, 41h
        shl     bx, 1
        jmp     [cs:.extended_table + bx]
.cd:
        cmp     bl, 15h
        je      .cd_kind
        cmp     bl, 01h
        je      disk_status
        cmp     bl, 02h
        jb      disk_good               ; reset
        cmp     bl, 41h
        jb      .bad
        cmp     bl, 4Eh
        ja      .bad
        sub     bl, 41h
        shl     bx, 1
        jmp     [cs:.cd_table + bx]
.cd_kind:
        mov     ah, 02h                 ; removable
        jmp     disk_answer
.absent:
        cmp     bl, 15h
        jne     .bad
        mov     ah, 0                   ; no such drive
        jmp     disk_answer
.bad:
        mov     ah, DISK_BAD_COMMAND
        jmp     disk_return
.table:
        dw      disk_reset, disk_status, disk_read, disk_write
        dw      disk_verify, .bad, .bad, .bad
        dw      disk_parameters, disk_initialise, .bad, .bad
        dw      disk_seek, disk_reset_alone, .bad, .bad
        dw      disk_test_ready, disk_recalibrate, .bad, .bad
        dw      disk_diagnose, disk_kind
.end:
.extended_table:
        dw      edd_check, edd_read, edd_write, edd_verify, edd_lock_fixed, .bad, edd_seek
        dw      edd_parameters, edd_change_fixed, .bad, .bad, .bad, .bad, edd_hardware
.cd_table:
        dw      edd_check, edd_cd_read, edd_protected, edd_cd_verify, edd_lock, edd_eject, edd_cd_seek
        dw      edd_parameters, edd_change, .bad, .bad, .bad, .bad, edd_hardware

; The device of drive DL. Out: SI; CF when there is none. Keeps AX.
disk_find:
        push    bx
        xor     bh, bh
        mov     bl, dl
        cmp     bl, 0E0h
        jae     .cd
        sub     bl, 80h
        jb      .none
        cmp     bl, 4
        jae     .none
        mov     bl, [EBDA_HD_MAP + bx]
        cmp     bl, 4
        jae     .none
.record:
        push    cx
        mov     cl, 5                   ; DEV_SIZE = 32
        shl     bx, cl
        pop     cx
        lea     si, [EBDA_DEVICE + bx]
        mov     [EBDA_RQ_DEVICE], si
        pop     bx
        clc
        ret
.cd:
        sub     bl, 0E0h
        cmp     bl, [EBDA_CD_COUNT]
        jae     .none
        mov     bl, [EBDA_CD_MAP + bx]
        jmp     .record
.none:
        pop     bx
        stc
        ret

; Leave with status AH.
disk_good:
        mov     ah, 0
disk_return:
        LOAD_DS BDA_SEG, bx
        mov     [BDA_HD_STATUS], ah
        mov     [bp + F_AH], ah
        and     byte [bp + F_FLAGS], 0FEh
        test    ah, ah
        jz      .out
        or      byte [bp + F_FLAGS], 01h
.out:   LEAVE_INT

; Leave with AH as an answer that is no error.
disk_answer:
        mov     [bp + F_AH], ah
        LOAD_DS BDA_SEG, bx
        mov     byte [BDA_HD_STATUS], 0
        and     byte [bp + F_FLAGS], 0FEh
        LEAVE_INT

; ---------------------------------------------------------------- simple services
; 00h: reset the diskette controller, then the disk
disk_reset:
        cmp     byte [EBDA_FD_COUNT], 0
        je      disk_reset_alone
        push    ds
        LOAD_DS BDA_SEG, ax
        call    fdc_reset
        pop     ds
; 0Dh: the disk alone: back to where it takes commands
disk_reset_alone:
        mov     dx, [si + DEV_CONTROL]
        mov     al, 0Eh
        out     dx, al
        mov     cx, 2
        call    wait_refresh
        mov     al, 0Ah
        out     dx, al
        mov     cx, 140
        call    wait_refresh
        mov     dx, [si + DEV_PORT]
        add     dx, ATA_SELECT
        mov     al, [si + DEV_SELECT]
        out     dx, al
        call    ata_not_busy
        mov     ah, 05h                 ; reset failed
        jc      disk_return
        call    disk_set_geometry
        call    ata_quiet
        jmp     disk_good

; 01h: status of the last operation
disk_status:
        LOAD_DS BDA_SEG, bx
        mov     ah, [BDA_HD_STATUS]
        mov     [bp + F_AL], ah
        jmp     disk_return

; 08h: geometry
disk_parameters:
        mov     ax, [si + DEV_CYL]
        dec     ax
        mov     [bp + F_CH], al
        mov     cl, 6
        shl     ah, cl
        or      ah, [si + DEV_SPT]
        mov     [bp + F_CL], ah
        mov     al, [si + DEV_HEADS]
        dec     al
        mov     [bp + F_DH], al
        LOAD_DS BDA_SEG, ax
        mov     al, [BDA_HD_COUNT]
        mov     [bp + F_DL], al
        mov     byte [bp + F_AL], 0
        jmp     disk_good

; 09h: INITIALIZE DEVICE PARAMETERS
disk_initialise:
        call    disk_set_geometry
        mov     ah, 07h
        jc      .fail
        jmp     disk_good
.fail:  jmp     disk_return

; Tell a drive without LBA its geometry. Out: CF when it refuses.
disk_set_geometry:
        test    byte [si + DEV_FLAGS], DEVF_LBA
        jnz     .done                   ; TEST cleared CF
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
        mov     al, 91h
        out     dx, al
        call    ata_data_ready
.done:  ret

; 0Ch: seek. Only the address can be wrong.
disk_seek:
        mov     word [EBDA_RQ_COUNT], 1
        call    disk_address
        mov     ah, 40h
        jc      .fail
        jmp     disk_good
.fail:  jmp     disk_return

; 10h: ready?
disk_test_ready:
        mov     dx, [si + DEV_PORT]
        add     dx, ATA_SELECT
        mov     al, [si + DEV_SELECT]
        out     dx, al
        call    ata_400ns
        inc     dx
        in      al, dx
        and     al, ATA_BSY | ATA_DRDY
        cmp     al, ATA_DRDY
        mov     ah, DISK_NOT_READY
        jne     .fail
        jmp     disk_good
.fail:  jmp     disk_return

; 11h: RECALIBRATE; drives of later standards reject it and need none
disk_recalibrate:
        mov     al, 10h
        call    ata_simple
        jnc     .good
        cmp     ah, 01h
        je      .good
        jmp     disk_return
.good:  jmp     disk_good

; 14h: EXECUTE DEVICE DIAGNOSTIC
disk_diagnose:
        mov     al, 90h
        call    ata_simple
        mov     dx, [si + DEV_PORT]
        inc     dx
        in      al, dx
        and     al, 7Fh
        cmp     al, 01h                 ; device 0 passed
        mov     ah, 20h
        jne     .fail
        call    disk_set_geometry
        jmp     disk_good
.fail:  jmp     disk_return

; 15h: AH = 3, CX:DX = sectors
disk_kind:
        mov     ax, [si + DEV_HEADS]
        mul     word [si + DEV_SPT]
        mul     word [si + DEV_CYL]
        mov     [bp + F_DX], ax
        mov     [bp + F_CX], dx
        mov     ah, 03h
        jmp     disk_answer

; ---------------------------------------------------------------- 02h, 03h, 04h: read, write, verify
disk_read:
        mov     byte [EBDA_RQ_COMMAND], RQ_READ
        jmp     short disk_transfer
disk_write:
        mov     byte [EBDA_RQ_COMMAND], RQ_WRITE
        jmp     short disk_transfer
disk_verify:
        mov     byte [EBDA_RQ_COMMAND], RQ_VERIFY
disk_transfer:
        xor     ah, ah
        mov     al, [bp + F_AL]
        mov     [EBDA_RQ_COUNT], ax
        test    ax, ax
        jz      .bad
        mov     ax, [bp + F_BX]
        mov     [EBDA_RQ_OFFSET], ax
        mov     ax, [bp + F_ES]
        mov     [EBDA_RQ_SEG], ax
        mov     byte [EBDA_RQ_ISFLAT], 0
        call    disk_address
        jc      .bad
        call    ata_request
        mov     al, [EBDA_RQ_DONE]
        mov     [bp + F_AL], al
        jmp     disk_return
.bad:
        mov     byte [bp + F_AL], 0
        mov     ah, DISK_BAD_COMMAND
        jmp     disk_return

; Frame's CX, DH -> EBDA_RQ_LBA; CF when it is no address of the drive.
disk_address:
        mov     cx, [bp + F_CX]
        mov     dh, [bp + F_DH]
        mov     di, si
        add     di, DEV_CYL
; DS:DI = cylinders, heads, sectors; CX, DH as in INT 13h. Also for emulated drives.
chs_address:
        mov     al, cl
        mov     ah, 0
        and     al, 3Fh
        jz      .bad
        cmp     ax, [di + 4]
        ja      .bad
        dec     ax
        push    ax                      ; sector from zero
        mov     bl, dh
        xor     bh, bh
        cmp     bx, [di + 2]
        jae     .bad_pop
        mov     al, ch
        mov     ah, cl
        mov     cl, 6
        shr     ah, cl
        cmp     ax, [di]
        jae     .bad_pop
        mul     word [di + 2]           ; (cylinder * heads + head) * sectors + sector
        add     ax, bx
        adc     dx, 0
        mov     cx, ax
        mov     ax, dx
        mul     word [di + 4]
        xchg    ax, cx
        mul     word [di + 4]
        add     dx, cx
        pop     cx
        add     ax, cx
        adc     dx, 0
        mov     [EBDA_RQ_LBA], ax
        mov     [EBDA_RQ_LBA + 2], dx
        xor     ax, ax
        mov     [EBDA_RQ_LBA + 4], ax
        mov     [EBDA_RQ_LBA + 6], ax
        ret                             ; XOR cleared CF
.bad_pop:
        pop     ax
.bad:
        stc
        ret

; ---------------------------------------------------------------- POST
; DS = EBDA, BL = disks: fixed disk parameter tables of the first two, EDD tables of all.
disk_tables:
        push    es
        mov     ax, ds
        mov     es, ax
        mov     di, EBDA_FDPT
        mov     dl, 80h
.fdpt:
        call    disk_find
        jc      .fdpt_done
        call    fdpt_fill
.fdpt_done:
        mov     di, EBDA_FDPT + 16
        inc     dl
        cmp     dl, 82h
        jb      .fdpt
        mov     si, EBDA_DEVICE
        mov     di, EBDA_DPTE
        xor     bx, bx
.dpte:
        call    dpte_fill
        add     si, DEV_SIZE
        add     di, 16
        inc     bx
        cmp     bx, 4
        jb      .dpte
        pop     es
        ret

; Fixed disk parameter table at ES:DI for SI; the translated form carries signature A0h.
fdpt_fill:
        push    di
        push    dx
        mov     ax, [si + DEV_CYL]
        stosw
        mov     al, [si + DEV_HEADS]
        stosb
        test    byte [si + DEV_FLAGS], DEVF_TRANSLATED
        jnz     .translated
        xor     ax, ax
        stosw                           ; 3
        dec     ax
        stosw                           ; 5: no write precompensation
        inc     ax
        stosb                           ; 7
        call    .control
        stosb                           ; 8
        xor     ax, ax
        stosb
        stosw                           ; 9-11
        mov     ax, [si + DEV_CYL]
        stosw                           ; 12: landing zone
        mov     al, [si + DEV_SPT]
        xor     ah, ah
        stosw                           ; 14
        jmp     short .done
.translated:
        mov     al, 0A0h
        mov     ah, [si + DEV_PSPT]
        stosw                           ; 3, 4
        mov     ax, 0FFFFh
        stosw                           ; 5
        inc     ax
        stosb                           ; 7
        call    .control
        stosb                           ; 8
        mov     ax, [si + DEV_PCYL]
        stosw                           ; 9
        mov     al, [si + DEV_PHEADS]
        stosb                           ; 11
        mov     ax, [si + DEV_PCYL]
        stosw                           ; 12
        mov     al, [si + DEV_SPT]
        stosb                           ; 14
        xor     al, al
        mov     cx, 15
        mov     bx, di
.sum:
        dec     bx
        sub     al, [bx]
        loop    .sum
        stosb                           ; 15: all sixteen bytes sum to zero
.done:
        pop     dx
        pop     di
        ret
.control:
        mov     al, 0C0h                ; no retries by the controller
        cmp     word [si + DEV_PHEADS], 8
        jbe     .few
        or      al, 08h
.few:   ret

; Device parameter table extension at ES:DI for SI, BX = device number.
dpte_fill:
        push    di
        cmp     byte [si + DEV_TYPE], DEV_NONE
        je      .done
        mov     ax, [si + DEV_PORT]
        stosw
        mov     ax, [si + DEV_CONTROL]
        stosw
        mov     al, [si + DEV_SELECT]
        test    byte [si + DEV_FLAGS], DEVF_LBA
        jz      .head
        or      al, 40h
.head:  stosb
        xor     al, al
        stosb                           ; 5: vendor
        mov     al, 14
        cmp     bx, 2
        jb      .irq
        inc     ax
.irq:   stosb                           ; 6
        mov     al, 1
        stosb                           ; 7: sectors a block
        xor     ax, ax
        stosw                           ; 8: no DMA, PIO type 0
        test    byte [si + DEV_FLAGS], DEVF_TRANSLATED
        jz      .no_translation
        or      al, 08h
        test    byte [si + DEV_FLAGS], DEVF_LBA
        jz      .no_translation
        inc     ah                      ; bits 10-9 = 01: LBA-assisted
        inc     ah
.no_translation:
        test    byte [si + DEV_FLAGS], DEVF_LBA
        jz      .no_lba
        or      al, 10h
.no_lba:
        cmp     byte [si + DEV_TYPE], DEV_ATAPI
        jne     .flags
        or      al, 60h                 ; removable, ATAPI
.flags: stosw                           ; 10
        xor     ax, ax
        stosw                           ; 12
        mov     al, 11h
        stosb                           ; 14: revision 1.1
        xor     al, al
        mov     cx, 15
        push    bx
        mov     bx, di
.sum:
        dec     bx
        sub     al, [bx]
        loop    .sum
        pop     bx
        stosb
.done:
        pop     di
        ret
