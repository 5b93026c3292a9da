; The diskette controller: bytes, results, reset, parameters, DMA.
; DS = BDA and BP = the INT 13h frame throughout; DL = drive.

; ---------------------------------------------------------------- INT 0Eh: IRQ 6
int0e:
        push    ax
        push    ds
        LOAD_DS BDA_SEG, ax
        or      byte [BDA_FD_RECAL], 80h
        mov     al, 20h
        out     PIC1, al
        mov     ax, 9101h
        int     15h
        pop     ds
        pop     ax
        iret

; ---------------------------------------------------------------- bytes
; Send AL. Out: CF when the controller does not take it. Keeps all registers.
fdc_out:
        push    ax
        push    cx
        push    dx
        mov     ah, al
        mov     dx, FDC_MSR
        mov     cx, 8000                ; 120 ms
.poll:
        in      al, dx
        and     al, 0C0h
        cmp     al, 80h
        je      .ready
        cmp     al, 0C0h                ; it wants to talk: no use waiting
        je      .fail
        push    cx
        mov     cx, 1
        call    wait_refresh
        pop     cx
        loop    .poll
.fail:
        stc
        jmp     short .done
.ready:
        inc     dx
        mov     al, ah
        out     dx, al
        clc
.done:
        pop     dx
        pop     cx
        pop     ax
        ret

; Receive into AL; CF when nothing comes.
fdc_in:
        push    cx
        push    dx
        mov     dx, FDC_MSR
        mov     cx, 8000
.poll:
        in      al, dx
        and     al, 0C0h
        cmp     al, 0C0h
        je      .ready
        push    cx
        mov     cx, 1
        call    wait_refresh
        pop     cx
        loop    .poll
        stc
        jmp     short .done
.ready:
        inc     dx
        in      al, dx
        clc
.done:
        pop     dx
        pop     cx
        ret

; Sleep until IRQ 6. Out: CF with AH = 80h after two seconds without it.
fdc_wait:
        push    bx
        push    cx
        sti
        mov     ax, 9001h
        int     15h
        jc      .late
        mov     cx, 40                  ; timer ticks seen
.restart:
        mov     bl, [BDA_TICKS]
.sleep:
        cli
        test    byte [BDA_FD_RECAL], 80h
        jnz     .came
        sti
        hlt
        cmp     bl, [BDA_TICKS]
        je      .sleep
        loop    .restart
.late:
        sti
        mov     ah, FD_TIMEOUT
        stc
        jmp     short .done
.came:
        and     byte [BDA_FD_RECAL], 7Fh
        sti
        clc
.done:
        pop     cx
        pop     bx
        ret

; Read result bytes into BDA_FD_RESULT. Out: CF with AH = 20h when the controller is out of step.
fdc_results:
        push    bx
        push    cx
        push    dx
        xor     bx, bx
.next:
        call    fdc_in
        jc      .fail
        mov     [BDA_FD_RESULT + bx], al
        inc     bx
        mov     cx, 2
        call    wait_refresh
        mov     dx, FDC_MSR
        in      al, dx
        test    al, 10h                 ; still busy with this command
        jz      .done
        cmp     bx, 7
        jb      .next
.fail:
        mov     ah, FD_CONTROLLER
        stc
.done:
        pop     dx
        pop     cx
        pop     bx
        ret

; Wait for the end of a command and fetch its results. Out: CF with AH = error.
fdc_wait_results:
        call    fdc_wait
        jc      .done
        call    fdc_results
.done:  ret

; AH = error in the results, CF when there is one.
fdc_error:
        mov     al, [BDA_FD_RESULT]
        test    al, 0C0h
        jz      .good
        mov     ah, FD_TIMEOUT
        test    al, 08h                 ; not ready
        jnz     .bad
        and     al, 0C0h
        cmp     al, 40h
        mov     ah, FD_CONTROLLER
        jne     .bad
        mov     al, [BDA_FD_RESULT + 1]
        mov     ah, FD_NOT_FOUND
        test    al, 80h                 ; past the last sector
        jnz     .bad
        mov     ah, FD_CRC
        test    al, 20h
        jnz     .bad
        mov     ah, FD_DMA_OVERRUN
        test    al, 10h
        jnz     .bad
        mov     ah, FD_NOT_FOUND
        test    al, 04h
        jnz     .bad
        mov     ah, FD_PROTECTED
        test    al, 02h
        jnz     .bad
        mov     ah, FD_NO_MARK
        test    al, 01h
        jnz     .bad
        mov     ah, FD_CONTROLLER
.bad:   stc
        ret
.good:
        mov     ah, 0
        clc
        ret

; ---------------------------------------------------------------- reset
; Out: CF when the controller does not answer. Keeps all registers.
fdc_reset:
        push    ax
        push    bx
        push    cx
        push    dx
        in      al, PIC1 + 1            ; IRQ 6 must come through
        and     al, ~40h & 0FFh
        out     PIC1 + 1, al
        call    floppy_dor_value
        mov     dx, FDC_DOR
        cli
        and     byte [BDA_FD_RECAL], 70h        ; nothing calibrated, no interrupt seen
        and     al, ~04h & 0FFh
        out     dx, al
        mov     cx, 2
        call    wait_refresh
        or      al, 04h
        out     dx, al
        sti
        mov     byte [BDA_FD_RATE], 0FFh
        call    fdc_wait
        jc      .done
        mov     cx, 4                   ; one status for each drive
.sense:
        mov     al, 08h
        call    fdc_out
        jc      .done
        call    fdc_in
        jc      .done
        mov     [BDA_FD_RESULT], al
        cmp     al, 80h
        je      .sensed                 ; no more to tell
        call    fdc_in
        jc      .done
        loop    .sense
.sensed:
        call    fdc_specify
.done:
        pop     dx
        pop     cx
        pop     bx
        pop     ax
        ret

; Step rate and head times. Out: CF.
fdc_specify:
        mov     al, 03h
        call    fdc_out
        mov     al, 0
        call    floppy_parameter
        call    fdc_out
        mov     al, 1
        call    floppy_parameter
        jmp     fdc_out

; AL = byte AL of the diskette parameters in force: the program's own through INT 1Eh, or, when that is
; still our default, those of the medium.
floppy_parameter:
        push    bx
        push    si
        push    ds
        mov     bl, al
        xor     bh, bh
        xor     si, si
        mov     ds, si
        lds     si, [1Eh * 4]
        cmp     si, diskette_parameters
        jne     .take
        mov     ax, ds
        cmp     ax, BIOS_SEG
        jne     .take
        push    bx
        LOAD_DS BDA_SEG, ax
        mov     bl, dl
        and     bx, 0001h
        mov     al, [BDA_FD_MEDIA + bx]
        pop     bx
        test    al, MEDIA_KNOWN
        jz      .rom
        mov     si, floppy_media_2880
        and     al, 0C0h
        cmp     al, 0C0h
        je      .rom
        mov     si, floppy_media_360
        cmp     al, 80h
        je      .rom
        mov     si, floppy_media_360_in_1200
        cmp     al, 40h
        je      .rom
        push    dx                      ; 500 kbit/s: 1.2 MB or 1.44 MB
        push    si
        and     dl, 01h
        call    floppy_drive_type
        pop     si
        pop     dx
        mov     si, floppy_media_1200
        cmp     al, 2
        je      .rom
        mov     si, floppy_media_1440
.rom:
        mov     ax, cs
        mov     ds, ax
.take:
        mov     al, [si + bx]
        pop     ds
        pop     si
        pop     bx
        ret

; ---------------------------------------------------------------- DMA channel 2
; In: BL = mode, BH = command, frame = buffer and count. Out: CF with AH = 09h when it crosses 64 KiB.
; Keeps BX, DX.
floppy_dma:
        push    bx
        push    cx
        push    dx
        ; length - 1 in SI
        cmp     bh, FD_CMD_FORMAT
        je      .format
        mov     al, 3
        call    floppy_parameter
        mov     cl, al
        cmp     cl, 7
        ja      .boundary
        mov     al, [bp + F_AL]
        xor     ah, ah
        mov     si, ax
        add     cl, 7
        xor     ax, ax
.shift:
        shl     si, 1
        adc     ax, ax
        dec     cl
        jnz     .shift
        test    ax, ax
        jz      .length
        cmp     ax, 1
        ja      .boundary
        test    si, si
        jnz     .boundary
        jmp     short .length
.format:
        mov     al, 4
        call    floppy_parameter
        xor     ah, ah
        shl     ax, 1
        shl     ax, 1
        mov     si, ax
.length:
        dec     si
        ; address in AH:DI
        xor     ax, ax
        xor     di, di
        cmp     bl, FD_DMA_VERIFY
        je      .program                ; nothing goes to memory
        mov     ax, [bp + F_ES]
        mov     di, ax
        mov     cl, 4
        shl     di, cl
        mov     cl, 12
        shr     ax, cl
        add     di, [bp + F_BX]
        adc     al, 0
        mov     ah, al
        mov     cx, di
        add     cx, si
        jc      .boundary
.program:
        cli
        mov     al, 06h                 ; mask the channel while it changes
        out     0Ah, al
        out     0Ch, al                 ; byte pointer
        mov     al, bl
        out     0Bh, al
        mov     cx, di
        mov     al, cl
        out     04h, al
        IO_DELAY
        mov     al, ch
        out     04h, al
        mov     al, ah
        out     81h, al
        mov     cx, si
        mov     al, cl
        out     05h, al
        IO_DELAY
        mov     al, ch
        out     05h, al
        sti
        mov     al, 02h
        out     0Ah, al
        mov     ah, 0
        clc
        jmp     short .done
.boundary:
        mov     ah, FD_DMA_BOUNDARY
        stc
.done:
        pop     dx
        pop     cx
        pop     bx
        ret
