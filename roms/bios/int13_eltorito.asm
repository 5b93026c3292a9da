; El Torito: booting from CD-ROM, and the drives that a CD image stands for.

ISO_BOOT_RECORD equ     17              ; block of the boot record volume descriptor
ISO_CATALOGUE   equ     47h             ; where it names the boot catalogue

; Boot media types (low nibble)
EMU_NONE        equ     0
EMU_1200        equ     1
EMU_1440        equ     2
EMU_2880        equ     3
EMU_DISK        equ     4

; ---------------------------------------------------------------- boot
; Try every CD-ROM drive. Returns when none can be booted. Keeps AX.
eltorito_boot:
        push    ax
        xor     cx, cx
.next:
        DS_EBDA ax
        cmp     cl, [EBDA_CD_COUNT]
        jae     .done
        push    cx
        mov     [EBDA_EMU_DEVICE], cl
        call    eltorito_try
        pop     cx
        inc     cx
        jmp     .next
.done:  pop     ax
        ret

eltorito_try:
        mov     dl, 0E0h
        add     dl, cl
        call    disk_find
        jc      .no
        call    atapi_ready
        jc      .no
        mov     ax, ISO_BOOT_RECORD
        xor     dx, dx
        call    eltorito_block          ; ES:0 = block
        jc      .no
        mov     si, .record
        xor     di, di
        mov     cx, .record_end - .record
        call    .same
        jne     .no
        mov     ax, [es:ISO_CATALOGUE]
        mov     dx, [es:ISO_CATALOGUE + 2]
        call    eltorito_block
        jc      .no
        ; Validation entry: header 01h, platform x86, mark 55AAh, words sum to zero.
        cmp     word [es:0], 0001h
        jne     .no
        cmp     word [es:1Eh], 0AA55h
        jne     .no
        xor     ax, ax
        xor     di, di
        mov     cx, 16
.sum:
        add     ax, [es:di]
        inc     di
        inc     di
        loop    .sum
        test    ax, ax
        jnz     .no
        cmp     byte [es:20h], 88h      ; the initial entry is bootable
        jne     .no
        mov     al, [es:21h]
        and     al, 0Fh
        cmp     al, EMU_DISK
        ja      .no
        mov     [EBDA_EMU_MEDIA], al
        mov     ax, [es:22h]
        test    ax, ax
        jnz     .segment
        mov     ax, 07C0h
.segment:
        mov     [EBDA_EMU_SEG], ax
        mov     ax, [es:26h]
        test    ax, ax
        jnz     .count
        inc     ax
.count:
        mov     [EBDA_EMU_COUNT], ax
        mov     ax, [es:28h]
        mov     [EBDA_EMU_LBA], ax
        mov     ax, [es:2Ah]
        mov     [EBDA_EMU_LBA + 2], ax
        call    eltorito_geometry
        jc      .no
        ; Load the boot sectors.
        xor     ax, ax
        mov     [EBDA_RQ_LBA], ax
        mov     [EBDA_RQ_LBA + 2], ax
        mov     [EBDA_RQ_OFFSET], ax
        mov     ax, [EBDA_EMU_COUNT]
        mov     [EBDA_RQ_COUNT], ax
        mov     ax, [EBDA_EMU_SEG]
        mov     [EBDA_RQ_SEG], ax
        call    eltorito_sectors
        jc      .no
        mov     al, 1
        call    eltorito_attach
        mov     dl, [EBDA_EMU_DRIVE]
        mov     ax, [EBDA_EMU_SEG]
        ; Far jump to segment:0; a boot sector at the usual place gets the usual 0000:7C00.
        cmp     ax, 07C0h
        jne     .elsewhere
        jmp     boot_go
.elsewhere:
        mov     bx, ax
        xor     ax, ax
        mov     ds, ax
        mov     es, ax
        mov     ss, ax
        mov     sp, POST_STACK_TOP
        push    bx
        push    ax
        mov     ax, 0AA55h
        retf
.no:
        ret

; CX bytes at CS:SI and ES:DI. Out: ZF when they are the same.
.same:
        cs      lodsb
        scasb
        jne     .differ
        loop    .same
.differ:
        ret
.record:
        db      0, "CD001", 1, "EL TORITO SPECIFICATION"
.record_end:

; AL = 1: the image becomes a drive; 0: it goes. What counts drives follows. DS = EBDA. Destroys AX, BX, CX.
eltorito_attach:
        mov     ah, [EBDA_EMU_ACTIVE]
        mov     [EBDA_EMU_ACTIVE], al
        xor     ah, al
        jz      .done                   ; as it was
        push    ds
        mov     bl, [EBDA_FD_COUNT]
        mov     bh, [EBDA_EMU_DRIVE]
        LOAD_DS BDA_SEG, cx
        cmp     bh, 80h
        ja      .out                    ; no emulation
        jb      .floppy
        shl     al, 1                   ; one hard disk more or less
        dec     ax
        add     [BDA_HD_COUNT], al
        jmp     short .out
.floppy:
        add     bl, al
        call    floppy_equipment
.out:
        pop     ds
.done:  ret

; Read block DX:AX of the drive to ES:0000, the POST buffer. Out: CF.
eltorito_block:
        mov     [EBDA_RQ_LBA], ax
        mov     [EBDA_RQ_LBA + 2], dx
        mov     word [EBDA_RQ_SKIP], 0
        mov     word [EBDA_RQ_TAKE], CD_BLOCK_WORDS
        mov     word [EBDA_RQ_TAKE + 2], 0
        mov     word [EBDA_RQ_OFFSET], 0
        mov     word [EBDA_RQ_SEG], POST_BUFFER_SEG
        call    cd_request
        mov     bx, POST_BUFFER_SEG
        mov     es, bx
        ret

; Drive number and geometry of the image. Out: CF when a disk image has no partition table.
eltorito_geometry:
        mov     bl, [EBDA_EMU_MEDIA]
        cmp     bl, EMU_DISK
        je      .disk
        mov     al, 0E0h
        test    bl, bl
        jz      .none
        mov     byte [EBDA_EMU_DRIVE], 00h
        mov     word [EBDA_EMU_CYL], 80
        mov     word [EBDA_EMU_HEADS], 2
        xor     bh, bh
        mov     al, [cs:.sectors + bx - 1]
        xor     ah, ah
        mov     [EBDA_EMU_SPT], ax
        clc
        ret
.sectors:
        db      15, 18, 36
.none:
        add     al, [EBDA_EMU_DEVICE]
        mov     [EBDA_EMU_DRIVE], al
        clc
        ret
; The first partition's end tells heads, sectors and cylinders.
.disk:
        mov     byte [EBDA_EMU_DRIVE], 80h
        mov     ax, [EBDA_EMU_LBA]
        mov     dx, [EBDA_EMU_LBA + 2]
        call    eltorito_block
        jc      .done
        cmp     word [es:1FEh], 0AA55h
        stc
        jne     .done
        mov     al, [es:1BEh + 5]
        xor     ah, ah
        inc     ax
        mov     [EBDA_EMU_HEADS], ax
        mov     al, [es:1BEh + 6]
        mov     bl, al
        and     ax, 003Fh
        mov     [EBDA_EMU_SPT], ax
        mov     al, [es:1BEh + 7]
        mov     ah, bl
        mov     cl, 6
        shr     ah, cl
        inc     ax
        mov     [EBDA_EMU_CYL], ax
        cmp     word [EBDA_EMU_SPT], 1  ; CF when it is zero
.done:  ret

; Read EBDA_RQ_COUNT sectors of 512 bytes from sector EBDA_RQ_LBA of the image. Out: AH = status, CF.
eltorito_sectors:
        mov     dl, 0E0h
        add     dl, [EBDA_EMU_DEVICE]
        call    disk_find
        mov     ax, [EBDA_RQ_LBA]       ; four sectors in a block
        mov     bx, ax
        mov     dx, [EBDA_RQ_LBA + 2]
        shr     dx, 1
        rcr     ax, 1
        shr     dx, 1
        rcr     ax, 1
        add     ax, [EBDA_EMU_LBA]
        adc     dx, [EBDA_EMU_LBA + 2]
        mov     [EBDA_RQ_LBA], ax
        mov     [EBDA_RQ_LBA + 2], dx
        and     bx, 0003h
        mov     ah, bl                  ; 256 words each
        xor     al, al
        mov     [EBDA_RQ_SKIP], ax
        mov     ax, [EBDA_RQ_COUNT]
        mov     dx, 256
        mul     dx
        mov     [EBDA_RQ_TAKE], ax
        mov     [EBDA_RQ_TAKE + 2], dx
        mov     word [EBDA_RQ_DONE], 0
        call    cd_request
        jc      .done
        mov     cx, [EBDA_RQ_COUNT]
        mov     [EBDA_RQ_DONE], cx
.done:  ret

; ---------------------------------------------------------------- INT 13h for the emulated drive
; DS = EBDA, BP = frame.
emulated_service:
        mov     bl, ah
        cmp     bl, 41h
        je      .bad                    ; an emulated drive has no extensions
        cmp     bl, (.end - .table) / 2
        jae     .bad
        xor     bh, bh
        shl     bx, 1
        jmp     [cs:.table + bx]
.bad:
        mov     ah, 01h
        jmp     disk_return
.protected:
        mov     ah, 03h
        jmp     disk_return
.table:
        dw      disk_good, disk_status, .read, .protected
        dw      .verify, .protected, .bad, .bad
        dw      .parameters, disk_good, .bad, .bad
        dw      .seek, disk_good, .bad, .bad
        dw      disk_good, disk_good, .bad, .bad
        dw      disk_good, .kind, .unchanged
.end:
.unchanged: jmp disk_good

.seek:
        mov     word [EBDA_RQ_COUNT], 1
        call    .address
        mov     ah, 40h
        jc      .fail
        jmp     disk_good
.read:
        call    .address
        jc      .bad
        mov     ax, [bp + F_BX]
        mov     [EBDA_RQ_OFFSET], ax
        mov     ax, [bp + F_ES]
        mov     [EBDA_RQ_SEG], ax
        call    eltorito_sectors
        mov     al, [EBDA_RQ_DONE]
        mov     [bp + F_AL], al
        jmp     disk_return
.verify:
        call    .address
        jc      .bad
        jmp     disk_good
.fail:  jmp     disk_return

; Frame -> EBDA_RQ_LBA in the image, EBDA_RQ_COUNT; CF when it is outside.
.address:
        mov     al, [bp + F_AL]
        xor     ah, ah
        mov     [EBDA_RQ_COUNT], ax
        cmp     ax, 1
        jb      .return
        mov     cx, [bp + F_CX]
        mov     dh, [bp + F_DH]
        mov     di, EBDA_EMU_CYL
        jmp     chs_address
.return:
        ret

.parameters:
        mov     ax, [EBDA_EMU_CYL]
        dec     ax
        mov     [bp + F_CH], al
        mov     cl, 6
        shl     ah, cl
        or      ah, [EBDA_EMU_SPT]
        mov     [bp + F_CL], ah
        mov     al, [EBDA_EMU_HEADS]
        dec     al
        mov     [bp + F_DH], al
        mov     byte [bp + F_AL], 0
        cmp     byte [EBDA_EMU_DRIVE], 80h
        je      .disks
        mov     al, [EBDA_FD_COUNT]
        inc     al
        mov     [bp + F_DL], al
        mov     bl, [EBDA_EMU_MEDIA]
        xor     bh, bh
        mov     al, [cs:.types + bx - 1]
        xor     ah, ah
        mov     [bp + F_BX], ax
        shl     bx, 1
        mov     ax, [cs:.media + bx - 2]
        mov     [bp + F_DI], ax
        mov     [bp + F_ES], cs
        jmp     disk_good
.disks:
        mov     ax, BDA_SEG
        mov     es, ax
        mov     al, [es:BDA_HD_COUNT]
        mov     [bp + F_DL], al
        jmp     disk_good
.types: db      2, 4, 5
.media: dw      floppy_media_1200, floppy_media_1440, floppy_media_2880

.kind:
        cmp     byte [EBDA_EMU_DRIVE], 80h
        mov     ah, 01h                 ; a floppy without change line
        jne     .answer
        mov     ax, [EBDA_EMU_HEADS]
        mul     word [EBDA_EMU_SPT]
        mul     word [EBDA_EMU_CYL]
        mov     [bp + F_DX], ax
        mov     [bp + F_CX], dx
        mov     ah, 03h
.answer:
        jmp     disk_answer

; ---------------------------------------------------------------- 4Bh: the emulation itself
; AL = 0 end it, 1 tell about it; DS:SI = specification packet of 13h bytes. DS = EBDA.
eltorito_service:
        cmp     al, 1
        ja      .bad
        cmp     byte [EBDA_EMU_ACTIVE], 0
        je      .bad
        mov     bl, [EBDA_EMU_DRIVE]
        cmp     dl, bl
        je      .mine
        cmp     dl, 7Fh                 ; "whatever is emulated"
        jne     .bad
.mine:
        mov     es, [bp + F_DS]
        mov     di, [bp + F_SI]
        mov     al, 13h
        stosb                           ; 0: size
        mov     al, [EBDA_EMU_MEDIA]
        stosb                           ; 1
        mov     al, [EBDA_EMU_DRIVE]
        stosb                           ; 2
        push    bx
        mov     bl, [EBDA_EMU_DEVICE]
        xor     bh, bh
        mov     bl, [EBDA_CD_MAP + bx]
        mov     al, bl
        shr     al, 1
        stosb                           ; 3: controller
        mov     ax, [EBDA_EMU_LBA]
        stosw                           ; 4
        mov     ax, [EBDA_EMU_LBA + 2]
        stosw
        mov     al, bl
        and     ax, 0001h               ; 8: bit 0: slave
        stosw
        pop     bx
        xor     ax, ax
        stosw                           ; 10: no cache segment
        mov     ax, [EBDA_EMU_SEG]
        stosw                           ; 12
        mov     ax, [EBDA_EMU_COUNT]
        stosw                           ; 14
        mov     ax, [EBDA_EMU_CYL]      ; 16: CH, CL, DH as function 08h gives them
        cmp     byte [EBDA_EMU_MEDIA], EMU_NONE
        jne     .geometry
        xor     ax, ax
        stosw
        stosb
        jmp     short .told
.geometry:
        dec     ax
        stosb
        mov     cl, 6
        shl     ah, cl
        or      ah, [EBDA_EMU_SPT]
        mov     al, ah
        stosb
        mov     al, [EBDA_EMU_HEADS]
        dec     al
        stosb
.told:
        cmp     byte [bp + F_AL], 0
        jne     .done
        mov     al, 0
        call    eltorito_attach
.done:  jmp     disk_good
.bad:
        mov     ah, 01h
        jmp     disk_return
