; INT 13h extensions, Enhanced Disk Drive specification 3.0: 41h-49h, 4Eh.
; DS = EBDA, SI = device record, BP = frame; the packet is at the caller's DS:SI.

EDD_SIZE        equ     0               ; address packet
EDD_COUNT       equ     2
EDD_BUFFER      equ     4
EDD_LBA         equ     8
EDD_FLAT        equ     16

; ---------------------------------------------------------------- 41h: are there extensions?
edd_check:
        cmp     word [bp + F_BX], 55AAh
        mov     ah, 01h
        jne     .bad
        mov     word [bp + F_BX], 0AA55h
        mov     ax, 0005h               ; packets, EDD tables
        cmp     byte [si + DEV_TYPE], DEV_ATA
        je      .interfaces
        or      al, 02h                 ; lock and eject
.interfaces:
        mov     [bp + F_CX], ax
        mov     ah, 30h                 ; EDD 3.0
        jmp     disk_answer
.bad:   jmp     disk_return

; ---------------------------------------------------------------- 42h, 43h, 44h, 47h
edd_read:
        mov     byte [EBDA_RQ_COMMAND], RQ_READ
        jmp     short edd_transfer
edd_write:
        mov     al, [bp + F_AL]
        cmp     al, 2
        ja      edd_bad
        je      edd_write_verify
        mov     byte [EBDA_RQ_COMMAND], RQ_WRITE
        jmp     short edd_transfer
edd_verify:
        mov     byte [EBDA_RQ_COMMAND], RQ_VERIFY
edd_transfer:
        call    edd_packet
        jc      edd_bad
        call    edd_check_end
        jc      edd_bad
        call    ata_request
edd_finish:
        push    ax
        mov     ax, [EBDA_RQ_DONE]
        call    edd_set_count
        pop     ax
        jmp     disk_return
edd_bad:
        mov     ah, DISK_BAD_COMMAND
        jmp     disk_return

; Write, then read back without transfer.
edd_write_verify:
        mov     byte [EBDA_RQ_COMMAND], RQ_WRITE
        call    edd_packet
        jc      edd_bad
        call    edd_check_end
        jc      edd_bad
        call    ata_request
        jc      edd_finish
        call    edd_packet
        mov     byte [EBDA_RQ_COMMAND], RQ_VERIFY
        call    ata_request
        jmp     edd_finish

edd_seek:
        call    edd_packet
        jc      edd_bad
        mov     word [EBDA_RQ_COUNT], 1
        call    edd_check_end
        mov     ah, 40h
        jc      .fail
        mov     ah, 0
.fail:  jmp     disk_return

; Take the packet into the request. Out: CF when it is malformed.
edd_packet:
        push    es
        push    di
        mov     es, [bp + F_DS]
        mov     di, [bp + F_SI]
        cmp     byte [es:di + EDD_SIZE], 16
        jb      .bad
        mov     ax, [es:di + EDD_COUNT]
        mov     [EBDA_RQ_COUNT], ax
        mov     ax, [es:di + EDD_LBA]
        mov     [EBDA_RQ_LBA], ax
        mov     ax, [es:di + EDD_LBA + 2]
        mov     [EBDA_RQ_LBA + 2], ax
        mov     ax, [es:di + EDD_LBA + 4]
        mov     [EBDA_RQ_LBA + 4], ax
        mov     ax, [es:di + EDD_LBA + 6]
        mov     [EBDA_RQ_LBA + 6], ax
        mov     byte [EBDA_RQ_ISFLAT], 0
        mov     ax, [es:di + EDD_BUFFER]
        mov     [EBDA_RQ_OFFSET], ax
        mov     dx, [es:di + EDD_BUFFER + 2]
        mov     [EBDA_RQ_SEG], dx
        and     ax, dx
        inc     ax
        jnz     .good                   ; not FFFF:FFFF
        cmp     byte [es:di + EDD_SIZE], 24
        jb      .good
        mov     ax, [es:di + EDD_FLAT + 4]
        or      ax, [es:di + EDD_FLAT + 6]
        jnz     .bad                    ; above 4 GiB
        cmp     byte [EBDA_CPU], CPU_80386
        jb      .bad
        mov     ax, [es:di + EDD_FLAT]
        mov     [EBDA_RQ_FLAT], ax
        mov     ax, [es:di + EDD_FLAT + 2]
        mov     [EBDA_RQ_FLAT + 2], ax
        mov     byte [EBDA_RQ_ISFLAT], 1
.good:
        clc
        jmp     short .done
.bad:
        stc
.done:
        pop     di
        pop     es
        ret

; The caller's packet tells how many sectors went through: AX.
edd_set_count:
        push    es
        push    di
        mov     es, [bp + F_DS]
        mov     di, [bp + F_SI]
        mov     [es:di + EDD_COUNT], ax
        pop     di
        pop     es
        ret

; CF when the request ends beyond the disk.
edd_check_end:
        mov     ax, [EBDA_RQ_LBA]
        add     ax, [EBDA_RQ_COUNT]
        mov     bx, [EBDA_RQ_LBA + 2]
        adc     bx, 0
        mov     cx, [EBDA_RQ_LBA + 4]
        adc     cx, 0
        mov     dx, [EBDA_RQ_LBA + 6]
        adc     dx, 0
        jc      .done
        mov     di, [si + DEV_TOTAL]    ; total - end
        sub     di, ax
        mov     di, [si + DEV_TOTAL + 2]
        sbb     di, bx
        mov     di, [si + DEV_TOTAL + 4]
        sbb     di, cx
        mov     di, [si + DEV_TOTAL + 6]
        sbb     di, dx
.done:  ret

; ---------------------------------------------------------------- flat buffers (80386)
; One sector between the device SI and EBDA_RQ_FLAT, which moves on. The processor visits protected mode
; for an ES without limit; a program in v8086 mode cannot be served this way.
flat_sector:
        cpu     386
        push    eax
        push    edi
        push    ds
        push    esi
        smsw    ax
        test    al, 1
        jnz     .out
        mov     bl, [EBDA_RQ_COMMAND]
        mov     edi, [EBDA_RQ_FLAT]
        add     dword [EBDA_RQ_FLAT], 512
        mov     dx, [si + DEV_PORT]
        pushf
        cli
        sub     sp, 6
        mov     si, sp
        sgdt    [ss:si]
        o32 lgdt [cs:.table]
        mov     eax, cr0
        or      al, 1
        mov     cr0, eax
        jmp     short .protected
.protected:
        mov     cx, 08h
        mov     es, cx
        mov     ds, cx
        and     al, 0FEh
        mov     cr0, eax
        jmp     short .real
.real:
        o32 lgdt [ss:si]
        add     sp, 6
        xor     cx, cx
        mov     es, cx
        mov     ds, cx
        mov     ecx, 256
        cmp     bl, RQ_WRITE
        je      .write
        a32 rep insw
        jmp     short .moved
.write:
        mov     esi, edi
        a32 rep outsw
.moved:
        popf                            ; (DS and ES keep their wide limits, which harms nobody)
.out:
        pop     esi
        pop     ds
        pop     edi
        pop     eax
        cpu     8086
        ret
        align   8
.gdt:
        dw      0, 0, 0, 0
        dw      0FFFFh, 0, 9300h, 008Fh ; 4 GiB of data from zero
.table:
        dw      15
        dd      (BIOS_SEG << 4) + .gdt

; ---------------------------------------------------------------- CD-ROM drives: blocks of 2048 bytes
edd_cd_read:
        call    edd_packet
        jc      .bad
        cmp     byte [EBDA_RQ_ISFLAT], 0
        jne     .bad
        mov     ax, [EBDA_RQ_COUNT]
        mov     dx, CD_BLOCK_WORDS
        mul     dx
        mov     [EBDA_RQ_TAKE], ax
        mov     [EBDA_RQ_TAKE + 2], dx
        mov     word [EBDA_RQ_SKIP], 0
        mov     word [EBDA_RQ_DONE], 0
        call    cd_request
        jc      .fail
        mov     cx, [EBDA_RQ_COUNT]
        mov     [EBDA_RQ_DONE], cx
.fail:
        jmp     edd_finish
.bad:   jmp     edd_bad

edd_cd_verify:
edd_cd_seek:
        call    edd_packet
        jc      edd_cd_read.bad
        call    atapi_ready
        mov     cx, [EBDA_RQ_COUNT]
        jnc     .good
        xor     cx, cx
.good:
        mov     [EBDA_RQ_DONE], cx
        jnc     .done
        jmp     disk_return
.done:  jmp     disk_good

edd_protected:
        mov     ah, 03h                 ; write-protected
        jmp     disk_return

; ---------------------------------------------------------------- 45h, 46h, 49h: removable media
edd_lock_fixed:
edd_change_fixed:
        jmp     edd_bad

; 45h: AL = 0 lock, 1 unlock, 2 tell
edd_lock:
        mov     al, [bp + F_AL]
        cmp     al, 2
        ja      edd_lock_fixed
        je      .tell
        cmp     al, 1
        je      .unlock
        cmp     byte [si + DEV_LOCKS], 0FFh
        mov     ah, 0B4h                ; too many locks
        je      .fail
        inc     byte [si + DEV_LOCKS]
        jmp     short .set
.unlock:
        cmp     byte [si + DEV_LOCKS], 0
        mov     ah, 0B0h                ; not locked
        je      .fail
        dec     byte [si + DEV_LOCKS]
.set:
        mov     al, 1Eh                 ; PREVENT ALLOW MEDIUM REMOVAL
        call    atapi_clear
        cmp     byte [si + DEV_LOCKS], 0
        je      .send
        mov     byte [EBDA_PACKET + 4], 1
.send:
        call    atapi_simple
.tell:
        mov     al, [si + DEV_LOCKS]
        cmp     al, 1
        sbb     al, al
        inc     ax
        mov     [bp + F_AL], al
        jmp     disk_good
.fail:  jmp     disk_return

; 46h: eject
edd_eject:
        cmp     byte [si + DEV_LOCKS], 0
        mov     ah, 0B1h                ; locked
        jne     .done
        mov     al, 1Bh                 ; START STOP UNIT
        call    atapi_clear
        mov     byte [EBDA_PACKET + 4], 02h
        call    atapi_simple
        or      byte [si + DEV_FLAGS], DEVF_CHANGED
.done:  jmp     disk_return

; 49h: has the disc been changed?
edd_change:
        call    atapi_ready
        test    byte [si + DEV_FLAGS], DEVF_CHANGED
        jz      .same
        and     byte [si + DEV_FLAGS], ~DEVF_CHANGED & 0FFh
        mov     ah, 06h
        jmp     disk_return
.same:
        jmp     disk_good

; ---------------------------------------------------------------- 4Eh: hardware configuration
; The BIOS transfers by PIO without prefetch or DMA; asking for just that succeeds.
edd_hardware:
        mov     al, [bp + F_AL]
        cmp     al, 06h
        ja      .bad
        mov     cl, al
        mov     al, 1
        shl     al, cl
        test    al, 01011101b           ; prefetch off, PIO fastest, mode 0, default; DMA off
        jz      .bad
        mov     byte [bp + F_AL], 0     ; no other device is affected
        jmp     disk_good
.bad:   jmp     edd_bad

; ---------------------------------------------------------------- 48h: drive parameters
edd_parameters:
        mov     es, [bp + F_DS]
        mov     di, [bp + F_SI]
        mov     dx, [es:di]             ; room
        cmp     dx, 1Ah
        jb      .bad
        mov     ax, 1Ah
        cmp     dx, 1Eh
        jb      .size
        mov     ax, 1Eh
        cmp     dx, 42h
        jb      .size
        mov     ax, 42h
.size:
        stosw                           ; 0
        mov     dx, ax
        cmp     byte [si + DEV_TYPE], DEV_ATAPI
        je      .cd
        mov     ax, 0003h               ; DMA boundaries are our business, geometry is valid
        cmp     word [si + DEV_PCYL], 16383
        jb      .flags
        mov     ax, 0001h               ; beyond 8 GB the physical geometry means nothing
.flags:
        stosw                           ; 2
        mov     ax, [si + DEV_PCYL]
        stosw                           ; 4
        xor     ax, ax
        stosw
        mov     ax, [si + DEV_PHEADS]
        stosw                           ; 8
        xor     ax, ax
        stosw
        mov     ax, [si + DEV_PSPT]
        stosw                           ; 12
        xor     ax, ax
        stosw
        mov     ax, [si + DEV_TOTAL]
        stosw                           ; 16
        mov     ax, [si + DEV_TOTAL + 2]
        stosw
        mov     ax, [si + DEV_TOTAL + 4]
        stosw
        mov     ax, [si + DEV_TOTAL + 6]
        stosw
        mov     ax, 512
        stosw                           ; 24
        jmp     short .tables
.cd:
        mov     ax, 0074h               ; removable, change is told, lockable, no geometry
        stosw
        mov     cx, 6
        mov     ax, 0FFFFh
        rep     stosw                   ; 4-15
        mov     cx, 4
        rep     stosw                   ; 16: size unknown
        mov     ax, 2048
        stosw
.tables:
        cmp     dx, 1Eh
        jb      .done
        mov     ax, si                  ; 26: this device's table extension
        sub     ax, EBDA_DEVICE
        shr     ax, 1                   ; 32-byte records, 16-byte tables
        add     ax, EBDA_DPTE
        stosw
        mov     ax, ds
        stosw
        cmp     dx, 42h
        jb      .done
        push    di
        mov     ax, 0BEDDh              ; 30: device path
        stosw
        mov     ax, 0024h
        stosw
        xor     ax, ax
        stosw
        push    si
        mov     cl, [si + DEV_TYPE]
        mov     si, .path
        cmp     cl, DEV_ATA
        je      .copy
        mov     si, .path_cd
.copy:
        mov     cx, 12                  ; 36: bus and interface names
.name:
        cs      lodsb
        stosb
        loop    .name
        pop     si
        mov     ax, [si + DEV_PORT]     ; 48: interface path
        stosw
        xor     ax, ax
        stosw
        stosw
        stosw
        mov     al, [si + DEV_SELECT]   ; 56: device path: 0 master, 1 slave
        mov     cl, 4
        shr     al, cl
        and     al, 01h
        stosw
        xor     ax, ax
        stosw
        stosw
        stosw
        stosb                           ; 64
        pop     bx
        mov     cx, 35
        xor     al, al
.sum:
        sub     al, [es:bx]
        inc     bx
        loop    .sum
        stosb                           ; 65: the path's bytes sum to zero
.done:
        jmp     disk_good
.bad:   jmp     edd_bad
.path:
        db      "ISA", 0, "ATA     "
.path_cd:
        db      "ISA", 0, "ATAPI   "
